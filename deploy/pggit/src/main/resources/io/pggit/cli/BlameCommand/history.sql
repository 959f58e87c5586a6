-- The commits of HEAD's history that changed one object.
-- ? text     its schema
-- ? text     its name
-- rows       oldest first: change (jsonb: commit_sha, change_type, author, committed_at, message)
-- locks      none; waits for the engine
SELECT pg_catalog.to_jsonb(h)::text AS change
  FROM pggit_v0.get_object_history(?::text, ?::text, NULL) WITH ORDINALITY
       AS h (commit_sha, change_type, author, committed_at, message, number)
 ORDER BY h.number DESC
