-- Branches that exist, with what the audit rows do not say of them. Where they are, the engine knows.
CREATE TABLE IF NOT EXISTS pggit.branch (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text NOT NULL UNIQUE,
    parent_branch text,
    start_sha     text,
    status        pggit.branch_status NOT NULL DEFAULT 'ACTIVE',
    created_at    timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    created_by    text NOT NULL DEFAULT session_user,
    merged_at     timestamptz,
    merged_by     text,
    description   text
)
