-- The same for an object of one type, in the words of SQL.
CREATE OR REPLACE FUNCTION pggit.get_history(p_object_name text, p_object_type text, p_limit integer DEFAULT 50)
RETURNS TABLE (
    version integer, change_type text, created_at timestamptz, created_by text, ddl text, change_description text,
    version_string text, change_severity text, commit_id text)
LANGUAGE sql VOLATILE
AS $$
    SELECT v.* FROM pggit.object_versions(p_object_name, p_object_type, p_limit, pg_catalog.current_schemas(false)) AS v
$$
