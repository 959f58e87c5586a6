-- Tags that exist.
CREATE TABLE IF NOT EXISTS pggit.tag_name (
    name       text PRIMARY KEY,
    sha        text NOT NULL,
    message    text,
    created_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    created_by text NOT NULL
)
