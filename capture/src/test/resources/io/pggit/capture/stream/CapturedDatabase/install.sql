-- A table of the shape of pggit.ddl_audit, published like it, without the event triggers: tests write its rows
-- themselves, and the messages beside them come from a trigger.
-- rows     none
-- locks    none that matter: a new schema
CREATE SCHEMA pggit;
CREATE TABLE pggit.ddl_audit (
    seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    operation text NOT NULL DEFAULT 'ddl',
    event text NOT NULL DEFAULT 'ddl_command_end',
    command_tag text NOT NULL,
    session_role text NOT NULL DEFAULT session_user,
    effective_role text NOT NULL DEFAULT current_user,
    application_name text NOT NULL DEFAULT current_setting('application_name'),
    client_addr text DEFAULT host(inet_client_addr()),
    client_port integer DEFAULT inet_client_port(),
    backend_pid integer NOT NULL DEFAULT pg_backend_pid(),
    backend_start timestamptz NOT NULL DEFAULT '2026-01-02 03:04:05.678+02',
    claims jsonb NOT NULL DEFAULT '{"ticket": "T-1", "author": "Ünal"}',
    transaction_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
    statement_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    statement text,
    context text,
    objects jsonb NOT NULL DEFAULT '[]',
    dropped jsonb NOT NULL DEFAULT '[]',
    rewrite jsonb,
    branch text NOT NULL DEFAULT 'main',
    server_version integer NOT NULL DEFAULT current_setting('server_version_num')::integer,
    footprint_version text NOT NULL DEFAULT '1',
    redactions integer DEFAULT 0,
    statement_hmac text,
    statement_exact boolean DEFAULT true,
    authenticated_role text DEFAULT session_user,
    system_user_name text,
    tls boolean DEFAULT false,
    role_setting text DEFAULT 'none',
    search_path text DEFAULT current_setting('search_path'),
    finding jsonb,
    details jsonb
);
ALTER TABLE pggit.ddl_audit REPLICA IDENTITY NOTHING;
CREATE PUBLICATION pggit FOR TABLE pggit.ddl_audit;
CREATE FUNCTION pggit.emit_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_catalog.pg_logical_emit_message(true, 'pggit.row', pg_catalog.json_build_object('seq', new.seq, 'digest',
        encode(sha256(convert_to(concat_ws(chr(31), new.seq, new.xid, new.event, new.command_tag, new.session_role,
            new.effective_role, coalesce(new.statement, ''), new.objects, new.dropped, new.details), 'UTF8')), 'hex'))::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER emit_digest AFTER INSERT ON pggit.ddl_audit FOR EACH ROW EXECUTE FUNCTION pggit.emit_digest();
