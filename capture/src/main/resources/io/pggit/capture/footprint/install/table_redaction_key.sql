-- The key of the hashes that stand for what was redacted. A plain hash of a short secret could be found by trying; nobody
-- but the owner of the footprint reads this. Both halves are the key as HMAC pads it (RFC 2104).
CREATE TABLE IF NOT EXISTS pggit.redaction_key (
    one       boolean PRIMARY KEY DEFAULT true CHECK (one),
    inner_key bytea NOT NULL CHECK (pg_catalog.octet_length(inner_key) = 64),
    outer_key bytea NOT NULL CHECK (pg_catalog.octet_length(outer_key) = 64)
);
ALTER TABLE pggit.redaction_key OWNER TO pggit_owner;
REVOKE ALL ON TABLE pggit.redaction_key FROM PUBLIC;
COMMENT ON TABLE pggit.redaction_key IS 'pgGit: key of the hashes that stand for redacted text; secret';
DO $$
DECLARE
    -- version and variant bits of a UUID are known, the other 122 are random: 64 bytes hold more than 480 random bits
    key   CONSTANT bytea := pg_catalog.sha256(pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
                                 || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
                                 || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()))
                         || pg_catalog.sha256(pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
                                 || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
                                 || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()));
    inner_half bytea := key;
    outer_half bytea := key;
BEGIN
    FOR i IN 0 .. 63 LOOP
        inner_half := pg_catalog.set_byte(inner_half, i, pg_catalog.get_byte(key, i) # 54);
        outer_half := pg_catalog.set_byte(outer_half, i, pg_catalog.get_byte(key, i) # 92);
    END LOOP;
    INSERT INTO pggit.redaction_key (inner_key, outer_key) VALUES (inner_half, outer_half) ON CONFLICT DO NOTHING;
END
$$;
