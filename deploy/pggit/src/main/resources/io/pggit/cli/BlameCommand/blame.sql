-- Who last changed an object and each of its parts.
-- ? text     its name, qualified or found by search_path
-- ? text     revision
-- rows       the object, then its parts: part (jsonb: part, name, changed_at, changed_by, commit_id, message, made_at …)
-- locks      none; waits for the engine
SELECT pg_catalog.to_jsonb(b)::text AS part
  FROM pggit.blame(?::text, ?::text) AS b
