-- The commits of HEAD's history that changed an object, or a part of one, newest first; p_limit null: all.
CREATE OR REPLACE FUNCTION pggit_v0.get_object_history(p_schema_name text, p_object_name text, p_limit integer DEFAULT 10)
RETURNS TABLE (commit_sha text, change_type text, author text, committed_at timestamptz, message text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'sha', a ->> 'change', a ->> 'author', (a ->> 'at')::timestamptz, a ->> 'message'
      FROM pggit.ask('object_history', jsonb_build_object(
               'schema', p_schema_name, 'name', p_object_name, 'limit', p_limit)) AS a
$$
