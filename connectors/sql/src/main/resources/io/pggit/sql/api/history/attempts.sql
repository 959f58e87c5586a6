-- DDL commands that failed or were rolled back, the last first; p_limit null: all that are kept. Hints, never evidence: whoever
-- may emit logical messages can forge them.
CREATE OR REPLACE FUNCTION pggit.attempts(p_limit integer DEFAULT 50)
RETURNS TABLE (
    attempt_number bigint, attempted_at timestamptz, session_role text, effective_role text, command_tag text,
    statement text, application_name text, client_addr text, backend_pid integer, transaction_at timestamptz, claims jsonb)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT c.attempt_number, c.recorded_at, c.session_role, c.effective_role, c.command_tag, c.statement,
           c.application_name, c.client_addr, c.backend_pid, c.transaction_at, c.claims
      FROM pggit.ask('attempts', jsonb_strip_nulls(jsonb_build_object('limit', p_limit))) AS a,
           jsonb_to_record(a) AS c (
               attempt_number bigint, recorded_at timestamptz, session_role text, effective_role text, command_tag text,
               statement text, application_name text, client_addr text, backend_pid integer, transaction_at timestamptz,
               claims jsonb)
$$
