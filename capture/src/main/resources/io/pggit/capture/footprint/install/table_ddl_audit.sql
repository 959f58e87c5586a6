-- One row per event of a DDL command, written in the command's own transaction. Append-only: publishing updates and
-- deletes without a replica identity makes both fail, for a superuser too.
CREATE TABLE IF NOT EXISTS pggit.ddl_audit (
    seq               bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    xid               xid8 NOT NULL,
    operation         text NOT NULL,
    event             text NOT NULL,
    command_tag       text NOT NULL,
    session_role      text NOT NULL,
    effective_role    text NOT NULL,
    application_name  text NOT NULL,
    client_addr       text,
    client_port       integer,
    backend_pid       integer NOT NULL,
    backend_start     timestamptz NOT NULL,
    claims            jsonb NOT NULL,
    transaction_at    timestamptz NOT NULL,
    statement_at      timestamptz NOT NULL,
    recorded_at       timestamptz NOT NULL,
    statement         text,
    context           text,
    objects           jsonb NOT NULL,
    dropped           jsonb NOT NULL,
    rewrite           jsonb,
    branch            text NOT NULL,
    server_version    integer NOT NULL,
    footprint_version text NOT NULL
);
ALTER TABLE pggit.ddl_audit OWNER TO pggit_owner;
ALTER TABLE pggit.ddl_audit REPLICA IDENTITY NOTHING;
REVOKE ALL ON TABLE pggit.ddl_audit FROM PUBLIC;
COMMENT ON TABLE pggit.ddl_audit IS 'pgGit: every schema change of this database, append-only';
CREATE INDEX IF NOT EXISTS ddl_audit_xid ON pggit.ddl_audit (xid, seq);
