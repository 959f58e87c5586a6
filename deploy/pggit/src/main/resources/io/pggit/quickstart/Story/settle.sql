-- Any question: its answer means that the engine has everything committed before it.
-- rows     one: the commit HEAD names
-- locks    none; waits for the engine
SELECT pggit_v0.get_head_sha()
