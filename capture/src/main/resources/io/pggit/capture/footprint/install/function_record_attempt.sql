-- Tells the engine that a command begins, by a message that no rollback takes back. Writes nothing: a transaction id taken here
-- would make DROP INDEX CONCURRENTLY fail. A message is a hint and never evidence; the engine pairs it with the command's rows.
CREATE OR REPLACE FUNCTION pggit.record_attempt() RETURNS event_trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET lc_messages = 'C' SET datestyle = 'ISO, MDY' SET timezone = 'UTC'
    SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    stack   text;
    actor   CONSTANT jsonb := pggit.take_actor();
    ran     record;
    place   pg_lsn;
BEGIN
    GET DIAGNOSTICS stack = PG_CONTEXT;
    IF pggit.in_extension_script(tg_tag) OR strpos(stack, E'\nextension script ') > 0 THEN
        RETURN;
    END IF;
    IF tg_tag = 'DROP EXTENSION' THEN
        PERFORM pggit.return_rights(actor ->> 'effective_role');
    END IF;
    ran := pggit.statement_of(tg_tag, stack);
    SELECT pg_logical_emit_message(false, 'pggit.attempt', jsonb_strip_nulls(jsonb_build_object(
        'command_tag', tg_tag, 'session_role', session_user, 'effective_role', actor ->> 'effective_role',
        'authenticated_role', session.role, 'application_name', pggit.scrub(current_setting('application_name')),
        'client_addr', host(inet_client_addr()), 'client_port', inet_client_port(),
        'backend_pid', pg_backend_pid(), 'backend_start', to_char(session.began, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'transaction_at', to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'statement_at', to_char(statement_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'recorded_at', to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'claims', ran.claims, 'statement', left(ran.statement, 100000), 'statement_hmac', ran.hmac,
        'redactions', ran.redactions))::text)
      INTO place FROM pggit.session() AS session;
END
$$;
ALTER FUNCTION pggit.record_attempt() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.record_attempt() FROM PUBLIC;
