-- All branches, by name.
CREATE OR REPLACE FUNCTION pggit_v0.list_branches()
RETURNS TABLE (branch_name text, name text, commit_sha text, head_sha text, last_commit timestamptz, created_at timestamptz,
               description text)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT r.name, r.name, r.sha, r.sha, r.last_commit, b.created_at, b.description
      FROM pggit.ask('refs') AS a,
           jsonb_to_record(a) AS r (name text, type text, sha text, last_commit timestamptz)
      LEFT JOIN pggit.branch AS b ON b.name = r.name
     WHERE r.type = 'branch'
     ORDER BY r.name
$$
