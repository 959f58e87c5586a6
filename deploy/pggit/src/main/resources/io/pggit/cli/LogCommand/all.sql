-- Every commit, reachable by name or not.
-- ? integer  at most so many
-- rows       newest first: commit (jsonb, named as in pggit.log: commit_id, message, author, committed_at, branch_name, parents, kind)
-- locks      none; waits for the engine
SELECT pg_catalog.jsonb_build_object(
           'commit_id', g.commit_sha, 'message', g.message, 'author', g.author, 'committed_at', g.committed_at,
           'branch_name', g.branch_name, 'parents', g.parent_shas, 'kind', g.kind)::text AS commit
  FROM pggit_v0.commit_graph AS g
 ORDER BY g.committed_at DESC, g.generation DESC, g.commit_sha
 LIMIT ?::integer
