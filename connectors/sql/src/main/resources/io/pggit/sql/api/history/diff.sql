-- The objects in which two revisions differ, a row each: what others depend on first, drops last. Definitions are complete and
-- can be run; ddl turns the old form of the object into the new one.
CREATE OR REPLACE FUNCTION pggit.diff(p_from text, p_to text DEFAULT 'HEAD')
RETURNS TABLE (
    object_type text, object_name text, change_type text, old_definition text, new_definition text, ddl text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'type', a ->> 'name', a ->> 'change', a ->> 'before', a ->> 'after', coalesce(a ->> 'up', '')
      FROM pggit.ask('diff', pggit.asker() || jsonb_build_object('from', p_from, 'to', p_to)) AS a
$$
