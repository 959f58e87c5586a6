-- Where intents meet.
-- ? uuid     of this intent; NULL for all
-- rows       conflict (jsonb: id, intent_a, intent_b, conflict_type, affected_objects, severity, resolution_suggestions …)
-- locks      ACCESS SHARE on pgGit's tables
SELECT pg_catalog.to_jsonb(c)::text AS conflict
  FROM pggit.intent_conflicts(?::uuid) AS c
