-- Appends one audit row. The transaction id is taken before the number, so that a reader of the table can tell by numbers
-- and a snapshot what is still to come.
CREATE OR REPLACE FUNCTION pggit.append(operation text, event text, command_tag text, effective_role text, statement text,
                                        context text, objects jsonb, dropped jsonb, rewrite jsonb) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    transaction_id CONSTANT xid8 := pg_current_xact_id();
BEGIN
    INSERT INTO pggit.ddl_audit (
        xid, operation, event, command_tag, session_role, effective_role, application_name, client_addr, client_port,
        backend_pid, backend_start, claims, transaction_at, statement_at, recorded_at, statement, context,
        objects, dropped, rewrite, branch, server_version, footprint_version)
    VALUES (
        transaction_id, operation, event, command_tag, session_user, effective_role,
        current_setting('application_name'), host(inet_client_addr()), inet_client_port(),
        pg_backend_pid(), pggit.backend_start(),
        jsonb_strip_nulls(jsonb_build_object('author', nullif(current_setting('pggit.author', true), ''),
                                             'ticket', nullif(current_setting('pggit.ticket', true), ''))),
        now(), statement_timestamp(), clock_timestamp(), statement, context,
        coalesce(objects, '[]'), coalesce(dropped, '[]'), rewrite,
        coalesce(nullif(current_setting('pggit.branch', true), ''), (SELECT h.branch FROM pggit.head AS h)),
        current_setting('server_version_num')::integer, pggit.footprint_version());
END
$$;
ALTER FUNCTION pggit.append(text, text, text, text, text, text, jsonb, jsonb, jsonb) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.append(text, text, text, text, text, text, jsonb, jsonb, jsonb) FROM PUBLIC;
