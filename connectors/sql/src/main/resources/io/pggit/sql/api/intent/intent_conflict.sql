-- Where two intents touch the same.
CREATE TABLE IF NOT EXISTS pggit.intent_conflict (
    id                     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    intent_a               uuid NOT NULL REFERENCES pggit.intent,
    intent_b               uuid NOT NULL REFERENCES pggit.intent,
    conflict_type          text NOT NULL CHECK (conflict_type IN (
                               'table', 'column', 'constraint', 'function', 'index', 'timing', 'dependency')),
    affected_objects       text[] NOT NULL,
    severity               text NOT NULL CHECK (severity IN ('warning', 'error')),
    resolution_suggestions text[] NOT NULL,
    reviewed               boolean NOT NULL DEFAULT false,
    reviewed_at            timestamptz,
    resolution_notes       text,
    created_at             timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    UNIQUE (intent_a, intent_b, conflict_type)
)
