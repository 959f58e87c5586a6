-- All branches.
-- rows       by name: branch (jsonb: branch_name, status, head_sha, is_current, last_commit, commit_count, total_objects …)
-- locks      none; waits for the engine
SELECT pg_catalog.to_jsonb(b)::text AS branch
  FROM pggit.list_branches() AS b
 ORDER BY b.branch_name COLLATE "C"
