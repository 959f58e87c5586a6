-- Commits reachable from a revision (null: HEAD), newest first; p_limit null: all.
CREATE OR REPLACE FUNCTION pggit.log(p_branch text DEFAULT NULL, p_limit integer DEFAULT 50)
RETURNS TABLE (
    commit_id text, message text, author text, committed_at timestamptz, branch_name text, parent_id text,
    parents text[], changed_at timestamptz, change_source text, kind text, objects text[])
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT c.sha, c.message, c.author, c.committed_at, c.branch, c.parents[1],
           coalesce(c.parents, '{}'), c.committed_at, c.change_source, c.kind, coalesce(c.objects, '{}')
      FROM pggit.ask('log', jsonb_strip_nulls(jsonb_build_object('revision', p_branch, 'limit', p_limit))) AS a,
           jsonb_to_record(a) AS c (
               sha text, message text, author text, committed_at timestamptz, branch text, parents text[],
               change_source text, kind text, objects text[])
$$
