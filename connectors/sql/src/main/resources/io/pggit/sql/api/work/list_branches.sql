-- All branches, the one with the newest commit first.
-- p_status          only those in this state
-- p_inactive_days   only those without a commit for so many days
CREATE OR REPLACE FUNCTION pggit.list_branches(p_status pggit.branch_status DEFAULT NULL, p_inactive_days integer DEFAULT NULL)
RETURNS TABLE (
    branch_name text, status pggit.branch_status, size_mb numeric, last_commit timestamptz, days_inactive integer,
    commit_count integer, parent_branch text, total_objects integer, storage_efficiency numeric, created_at timestamptz,
    is_current boolean, head_sha text)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH asked AS MATERIALIZED (
        SELECT a AS answer FROM pggit.ask('several', jsonb_build_object('kinds', '["branches", "shared"]'::jsonb, 'of', (
                   SELECT coalesce(jsonb_agg(jsonb_build_array(b.name, b.parent_branch)), '[]')
                     FROM pggit.branch AS b WHERE b.parent_branch IS NOT NULL))) AS a
    ), told AS (
        SELECT r.* FROM asked, jsonb_array_elements(asked.answer -> 'branches') AS e,
               jsonb_to_record(e) AS r (name text, sha text, last_commit timestamptz, commits integer, objects integer, bytes bigint)
    ), shared AS (
        SELECT r.* FROM asked, jsonb_array_elements(asked.answer -> 'shared') AS e,
               jsonb_to_record(e) AS r (branch text, percent numeric)
    )
    SELECT t.name, coalesce(b.status, 'ACTIVE'), round(t.bytes / 1048576.0, 3), t.last_commit,
           greatest(0, extract(day FROM now() - t.last_commit)::integer), t.commits, b.parent_branch, t.objects,
           round(coalesce(s.percent, 0), 2), b.created_at, t.name = (SELECT h.branch FROM pggit.head AS h), t.sha
      FROM told AS t LEFT JOIN pggit.branch AS b ON b.name = t.name LEFT JOIN shared AS s ON s.branch = t.name
     WHERE (p_status IS NULL OR coalesce(b.status, 'ACTIVE') = p_status)
       AND (p_inactive_days IS NULL OR extract(epoch FROM now() - t.last_commit) > p_inactive_days * 86400.0)
     ORDER BY t.last_commit DESC, t.name
$$
