-- All tags.
-- rows       by name: tag (jsonb: name, target_sha, created_at)
-- locks      none; waits for the engine
SELECT pg_catalog.jsonb_build_object('name', r.name, 'target_sha', r.target_sha, 'created_at', r.created_at)::text AS tag
  FROM pggit_v0.refs AS r
 WHERE r.type = 'tag'
 ORDER BY r.name COLLATE "C"
