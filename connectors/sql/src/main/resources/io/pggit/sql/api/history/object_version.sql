-- The version of an object at HEAD. p_path: schemas to look in for a name without one.
CREATE OR REPLACE FUNCTION pggit.object_version(p_object_name text, p_path name[])
RETURNS TABLE (
    object_name text, version integer, version_string text, schema_name text, created_at timestamptz, object_type text,
    commit_id text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'name', (a ->> 'version')::integer, a ->> 'number', a ->> 'schema', (a ->> 'at')::timestamptz, a ->> 'type',
           a ->> 'sha'
      FROM pggit.ask('object_version', jsonb_build_object('name', p_object_name, 'path', p_path)) AS a
$$
