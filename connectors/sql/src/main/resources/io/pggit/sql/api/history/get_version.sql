-- The version of an object at HEAD, one row or none; the name is found by the caller's search_path, which this function
-- therefore leaves as it is.
CREATE OR REPLACE FUNCTION pggit.get_version(p_object_name text)
RETURNS TABLE (
    object_name text, version integer, version_string text, schema_name text, created_at timestamptz, object_type text,
    commit_id text)
LANGUAGE sql VOLATILE
AS $$ SELECT v.* FROM pggit.object_version(p_object_name, pg_catalog.current_schemas(false)) AS v $$
