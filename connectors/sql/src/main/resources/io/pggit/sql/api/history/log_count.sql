-- The newest p_count commits of HEAD.
CREATE OR REPLACE FUNCTION pggit.log(p_count integer)
RETURNS TABLE (
    commit_id text, message text, author text, committed_at timestamptz, branch_name text, parent_id text,
    parents text[], changed_at timestamptz, change_source text, kind text, objects text[])
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM pggit.log(NULL::text, p_count) $$
