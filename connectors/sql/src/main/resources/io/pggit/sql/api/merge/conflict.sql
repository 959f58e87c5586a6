-- Conflicts of open and completed merges. resolved_session is the login that chose: SQL of somebody's own runs for no other.
CREATE TABLE IF NOT EXISTS pggit.conflict (
    id               integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    merge_id         uuid NOT NULL REFERENCES pggit.merge_work ON DELETE CASCADE,
    key              jsonb NOT NULL,
    object_type      text NOT NULL,
    object_name      text NOT NULL,
    conflict_type    text NOT NULL,
    attribute        text,
    about            text,
    base_definition  text,
    ours             text,
    theirs           text,
    branch_a_sql     text,
    branch_b_sql     text,
    resolution       text CHECK (resolution IN ('ours', 'theirs', 'custom')),
    resolved_ddl     text,
    resolved_by      text,
    resolved_session text,
    resolved_at      timestamptz,
    created_at       timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    UNIQUE (merge_id, key)
)
