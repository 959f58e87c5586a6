-- Appends one audit row, and beside it a message with the row's digest: the message reaches the engine even when somebody
-- took the table out of the publication. The transaction id is taken before the number, so that a reader of the table can
-- tell by numbers and a snapshot what is still to come.
-- actor    what pggit.take_actor gave
-- ran      what pggit.statement_of gave
-- objects  a JSON array, as text
-- finding  what a comparison found; NULL for what a trigger saw
-- details  what a function of pgGit did; NULL for everything else
CREATE OR REPLACE FUNCTION pggit.append(operation text, event text, command_tag text, actor jsonb, ran record,
                                        objects text, dropped jsonb, rewrite jsonb, finding jsonb DEFAULT NULL,
                                        details jsonb DEFAULT NULL) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    transaction_id CONSTANT xid8 := pg_current_xact_id();
    marks          integer := 0;
    number         bigint;
    digest         text;
    place          pg_lsn;
    locked         text;
BEGIN
    -- until the end of the transaction: what moves HEAD or a branch holds this lock alone
    locked := pg_advisory_xact_lock_shared(1885824873, 1)::text; -- without a query's costs
    IF strpos(objects, '[redacted:') > 0 THEN
        marks := regexp_count(objects, '\[redacted:[0-9a-f]{16}\]');
    END IF;
    INSERT INTO pggit.ddl_audit AS a (
        xid, operation, event, command_tag, session_role, effective_role, application_name, client_addr, client_port,
        backend_pid, backend_start, claims, transaction_at, statement_at, recorded_at, statement, context,
        objects, dropped, rewrite, branch, server_version, footprint_version,
        redactions, statement_hmac, statement_exact, authenticated_role, system_user_name, tls, role_setting, search_path,
        finding, details)
    SELECT
        transaction_id, operation, event, command_tag, session_user, actor ->> 'effective_role',
        pggit.scrub(current_setting('application_name')), host(inet_client_addr()), inet_client_port(),
        pg_backend_pid(), session.began, ran.claims,
        now(), statement_timestamp(), clock_timestamp(), ran.statement, ran.callers,
        coalesce(objects, '[]')::jsonb, coalesce(dropped, '[]'), rewrite,
        coalesce(nullif(current_setting('pggit.branch', true), ''), (SELECT h.branch FROM pggit.head AS h)),
        current_setting('server_version_num')::integer, pggit.footprint_version(),
        ran.redactions + marks, ran.hmac, ran.exact, session.role, session.identity, session.tls,
        actor ->> 'role_setting', actor ->> 'search_path', finding, details
      FROM pggit.session() AS session
    RETURNING a.seq, pggit.row_digest(a.seq, a.xid, a.event, a.command_tag, a.session_role, a.effective_role,
                                      a.statement, a.objects, a.dropped, a.details) INTO number, digest;
    place := pg_logical_emit_message(true, 'pggit.row', json_build_object('seq', number, 'digest', digest)::text);
    RETURN number;
END
$$;
DROP FUNCTION IF EXISTS pggit.append(text, text, text, text, text, text, jsonb, jsonb, jsonb);
DROP FUNCTION IF EXISTS pggit.append(text, text, text, jsonb, record, jsonb, jsonb, jsonb, jsonb);
DROP FUNCTION IF EXISTS pggit.append(text, text, text, jsonb, record, jsonb, jsonb, jsonb, jsonb, jsonb);
ALTER FUNCTION pggit.append(text, text, text, jsonb, record, text, jsonb, jsonb, jsonb, jsonb) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.append(text, text, text, jsonb, record, text, jsonb, jsonb, jsonb, jsonb) FROM PUBLIC;
