-- DDL commands that failed or were rolled back.
-- ? integer  at most so many
-- rows       the last first: attempt (jsonb: attempt_number, attempted_at, session_role, command_tag, statement …)
-- locks      none; waits for the engine
SELECT pg_catalog.to_jsonb(a)::text AS attempt
  FROM pggit.attempts(?::integer) AS a
