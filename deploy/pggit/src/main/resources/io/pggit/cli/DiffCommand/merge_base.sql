-- The best common ancestor of two revisions.
-- ? text     a revision
-- ? text     another
-- rows       one: sha (text)
-- locks      none; waits for the engine
SELECT pggit.merge_base(?::text, ?::text) AS sha
