-- HEAD's changes of an object, newest first; the name may have its schema, else it is found by the caller's search_path, which
-- this function therefore leaves as it is. None for an unknown object; p_limit null: all.
CREATE OR REPLACE FUNCTION pggit.get_history(p_object_name text, p_limit integer DEFAULT 10)
RETURNS TABLE (
    version integer, change_type text, created_at timestamptz, created_by text, ddl text, change_description text,
    version_string text, change_severity text, commit_id text)
LANGUAGE sql VOLATILE
AS $$
    SELECT v.* FROM pggit.object_versions(p_object_name, NULL::pg_catalog.text, p_limit, pg_catalog.current_schemas(false)) AS v
$$
