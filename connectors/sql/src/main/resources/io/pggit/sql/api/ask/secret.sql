-- The key with which questions are signed: only functions of pgGit can sign, so nobody else can make the engine work.
CREATE TABLE IF NOT EXISTS pggit.secret (
    inner_key bytea NOT NULL CHECK (pg_catalog.octet_length(inner_key) = 64),
    outer_key bytea NOT NULL CHECK (pg_catalog.octet_length(outer_key) = 64)
)
