-- The commits HEAD reaches, the newest first; p_limit NULL: all.
CREATE OR REPLACE FUNCTION pggit_v0.get_commit_history(p_limit integer DEFAULT 20, p_offset integer DEFAULT 0)
RETURNS TABLE (commit_sha text, author text, message text, committed_at timestamptz, parent_shas text[])
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT c.sha, c.author, c.message, c.committed_at, coalesce(c.parents, '{}')
      FROM pggit.ask('commits', jsonb_strip_nulls(jsonb_build_object('limit', p_limit, 'offset', p_offset))) AS a,
           jsonb_to_record(a) AS c (sha text, author text, message text, committed_at timestamptz, parents text[])
$$
