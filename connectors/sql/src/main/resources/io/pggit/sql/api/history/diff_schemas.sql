-- The objects in which two revisions (not schema names) differ, with the statements that make and undo each change, joined by
-- semicolons but without one at the end: what a migration tool writes into its files. The maker of a dropped object's
-- statement and the undoing of a created one is a DROP by type and name, so both are null.
CREATE OR REPLACE FUNCTION pggit.diff_schemas(p_from text, p_to text DEFAULT 'HEAD')
RETURNS TABLE (object_type text, object_name text, operation text, old_ddl text, new_ddl text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'type', a ->> 'name', a ->> 'change',
           CASE WHEN a ->> 'change' <> 'CREATE' THEN rtrim(a ->> 'down', ';') END,
           CASE WHEN a ->> 'change' <> 'DROP' THEN rtrim(a ->> 'up', ';') END
      FROM pggit.ask('diff', pggit.asker() || jsonb_build_object('from', p_from, 'to', p_to, 'both_ways', true)) AS a
$$
