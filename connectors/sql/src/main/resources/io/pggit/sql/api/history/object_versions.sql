-- HEAD's changes of an object, newest first. p_path: schemas to look in for a name without one; p_type null: any.
CREATE OR REPLACE FUNCTION pggit.object_versions(p_object_name text, p_object_type text, p_limit integer, p_path name[])
RETURNS TABLE (
    version integer, change_type text, created_at timestamptz, created_by text, ddl text, change_description text,
    version_string text, change_severity text, commit_id text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT (a ->> 'version')::integer, a ->> 'change', (a ->> 'at')::timestamptz, a ->> 'author',
           coalesce(pggit.script(a -> 'statements'), ''), a ->> 'description', a ->> 'number', a ->> 'severity', a ->> 'sha'
      FROM pggit.ask('object_versions', pggit.asker() || jsonb_build_object(
               'name', p_object_name, 'type', p_object_type, 'limit', p_limit, 'path', p_path)) AS a
$$
