-- Answers of the engine, written by its own session and read by the session that asked. Unlogged: an answer is of use
-- for seconds only, and writing one must not make WAL.
CREATE UNLOGGED TABLE IF NOT EXISTS pggit.reply (
    question    uuid PRIMARY KEY,
    answered_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    body        jsonb,
    error       jsonb,
    CONSTRAINT answer_or_error CHECK ((body IS NULL) <> (error IS NULL))
)
