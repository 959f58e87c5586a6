-- Announces that the facts of a command are lost: by a row with a finding, by a message for when that cannot be written, and by a
-- warning to the session. Each step fails alone, for whatever kept the command from being recorded may be what it needs. So the
-- row takes nothing from the footprint that it can do without, has no digest beside it, and waits for no lock.
-- stack    PG_CONTEXT of the trigger function
-- code, message, place   SQLSTATE, message and context of what went wrong; the message may quote what had to be redacted
CREATE OR REPLACE FUNCTION pggit.record_loss(event text, tag text, stack text, code text, message text, place text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    actor   jsonb := '{"effective_role": "(unknown)"}';
    ran     record;
    said    text;
    app     text := '';
    session record;
    finding jsonb;
    xid     xid8;
    number  bigint;
    locked  boolean;
    emitted pg_lsn;
BEGIN
    BEGIN
        actor := pggit.take_actor();
    EXCEPTION WHEN OTHERS THEN
        NULL;
    END;
    BEGIN
        ran := pggit.statement_of(tag, stack);
        app := pggit.scrub(current_setting('application_name'));
        IF ran.redactions = 0 AND tag !~ '\m(SERVER|USER MAPPING|SUBSCRIPTION)$' THEN
            said := left(pggit.scrub(message), 2000);
        END IF;
    EXCEPTION WHEN OTHERS THEN
        said := NULL;
        app := '';
        SELECT NULL::text AS statement, NULL::text AS callers, NULL::text AS hmac, NULL::boolean AS exact,
               '{}'::jsonb AS claims INTO ran;
    END;
    finding := jsonb_build_object(
        'source', 'footprint', 'kind', 'facts_lost', 'object', tag, 'by', actor ->> 'effective_role',
        'details', format('%s, SQLSTATE %s%s: %s', event, code,
                          coalesce(' in ' || substring(place FROM '^PL/pgSQL \S+ (pggit\.\w+)\('), ''),
                          coalesce(said, 'message withheld')));
    BEGIN
        xid := pg_current_xact_id();
        locked := pg_try_advisory_xact_lock_shared(1885824873, 1);
        SELECT a.backend_start, pg_get_userbyid(a.usesysid) AS role, a.ssl INTO session
          FROM pg_stat_get_activity(pg_backend_pid()) AS a;
        INSERT INTO pggit.ddl_audit AS a (
            xid, operation, event, command_tag, session_role, effective_role, application_name, client_addr, client_port,
            backend_pid, backend_start, claims, transaction_at, statement_at, recorded_at, statement, context,
            objects, dropped, branch, server_version, footprint_version, statement_hmac, statement_exact,
            authenticated_role, tls, role_setting, search_path, finding)
        VALUES (
            xid, 'ddl', event, tag, session_user, actor ->> 'effective_role', app, host(inet_client_addr()), inet_client_port(),
            pg_backend_pid(), coalesce(session.backend_start, now()), ran.claims, now(), statement_timestamp(), clock_timestamp(),
            ran.statement, ran.callers, '[]', '[]',
            coalesce(nullif(current_setting('pggit.branch', true), ''), (SELECT h.branch FROM pggit.head AS h)),
            current_setting('server_version_num')::integer, pggit.footprint_version(), ran.hmac, ran.exact,
            session.role, session.ssl, actor ->> 'role_setting', actor ->> 'search_path', finding)
        RETURNING a.seq INTO number;
    EXCEPTION WHEN OTHERS THEN
        number := NULL;
    END;
    BEGIN
        emitted := pg_logical_emit_message(true, 'pggit.loss', jsonb_strip_nulls(jsonb_build_object(
            'seq', number, 'finding', finding))::text);
    EXCEPTION WHEN OTHERS THEN
        NULL;
    END;
    RAISE WARNING 'pgGit did not record this command: %', finding ->> 'details'
          USING HINT = CASE WHEN number IS NOT NULL THEN 'The schema is changed, and audit row ' || number || ' says that the facts are lost.'
                            WHEN emitted IS NOT NULL THEN 'The schema is changed. A logical message says so, but no audit row.'
                            ELSE 'The schema is changed. The next comparison finds what this left.' END;
END
$$;
ALTER FUNCTION pggit.record_loss(text, text, text, text, text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.record_loss(text, text, text, text, text, text) FROM PUBLIC;
