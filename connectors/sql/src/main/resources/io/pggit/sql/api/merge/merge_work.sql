-- Merges. While one is begun, its plan is being run in transaction plan_xid; a row that is still begun in any other
-- transaction was left by a caller who never finished, and means nothing.
CREATE TABLE IF NOT EXISTS pggit.merge_work (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    source     text NOT NULL,
    target     text NOT NULL,
    strategy   text NOT NULL,
    message    text NOT NULL,
    status     text NOT NULL CHECK (status IN ('begun', 'awaiting_resolution', 'completed', 'aborted')),
    source_sha text NOT NULL,
    target_sha text NOT NULL,
    base_sha   text,
    commit_sha text,
    refused    jsonb NOT NULL DEFAULT '[]',
    plan       jsonb,
    plan_xid   xid8,
    checked    boolean NOT NULL DEFAULT false,
    started_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    started_by text NOT NULL DEFAULT pggit.caller(),
    ended_at   timestamptz,
    ended_by   text,
    reason     text
)
