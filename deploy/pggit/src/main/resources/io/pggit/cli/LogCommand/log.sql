-- Commits reachable from a revision, newest first.
-- ? text     revision; NULL for HEAD
-- ? integer  at most so many; NULL for all
-- rows       newest first: commit (jsonb: commit_id, message, author, committed_at, branch_name, parents, kind, objects …)
-- locks      none; waits for the engine
SELECT pg_catalog.to_jsonb(l)::text AS commit
  FROM pggit.log(?::text, ?::integer) AS l
