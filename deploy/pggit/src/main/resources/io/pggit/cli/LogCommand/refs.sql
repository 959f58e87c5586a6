-- What branches and tags name, HEAD's branch first.
-- rows       ref (jsonb: name, sha, tag, head)
-- locks      none; waits for the engine
SELECT pg_catalog.jsonb_build_object(
           'name', r.name, 'sha', r.target_sha, 'tag', r.type = 'tag',
           'head', r.type = 'branch' AND r.name = h.branch)::text AS ref
  FROM pggit_v0.refs AS r, (SELECT pggit.get_current_branch() AS branch) AS h
 ORDER BY r.type = 'branch' AND r.name = h.branch DESC, r.type, r.name COLLATE "C"
