-- What people and programs are about to change. targets: what their statements touch, as the engine read it.
CREATE TABLE IF NOT EXISTS pggit.intent (
    id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    agent_id        text NOT NULL,
    feature_name    text NOT NULL,
    branch_name     text NOT NULL,
    schema_changes  text[] NOT NULL,
    tables_affected text[] NOT NULL,
    targets         jsonb NOT NULL,
    risk_level      text NOT NULL CHECK (risk_level IN ('low', 'medium', 'high')),
    status          text NOT NULL CHECK (status IN (
                        'registered', 'in_progress', 'pending_review', 'completed', 'merged', 'abandoned', 'conflicted')),
    metadata        jsonb NOT NULL,
    reason          text,
    created_at      timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    created_by      text NOT NULL,
    updated_at      timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp()
)
