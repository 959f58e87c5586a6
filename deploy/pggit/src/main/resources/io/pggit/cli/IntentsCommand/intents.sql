-- Intents, newest first as the function gives them.
-- ? text     only with this status; NULL for all
-- ? text     only of this agent; NULL for all
-- rows       intent (jsonb: id, agent_id, feature_name, branch_name, status, risk_level, tables_affected, conflicts_with …)
-- locks      ACCESS SHARE on pgGit's tables
SELECT pg_catalog.to_jsonb(i)::text AS intent
  FROM pggit.list_intents(?::text, ?::text) AS i
