-- An object as it was.
-- ? text     its schema
-- ? text     its name
-- ? text     revision
-- rows       one: definition (text)
-- locks      none; waits for the engine
SELECT pggit_v0.get_object_definition(?::text, ?::text, ?::text) AS definition
