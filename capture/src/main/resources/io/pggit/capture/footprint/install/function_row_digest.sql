-- The digest of an audit row that a message carries beside it: SHA-256 over the text forms of what says what was done and by
-- whom, joined by the unit separator, NULL as nothing; details only where there are some.
CREATE OR REPLACE FUNCTION pggit.row_digest(seq bigint, xid xid8, event text, command_tag text, session_role text,
        effective_role text, statement text, objects jsonb, dropped jsonb, details jsonb) RETURNS text
    LANGUAGE sql STABLE AS $$
SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws(pg_catalog.chr(31), seq, xid, event, command_tag,
           session_role, effective_role, coalesce(statement, ''), objects, dropped, details), 'UTF8')), 'hex')
$$;
DROP FUNCTION IF EXISTS pggit.row_digest(bigint, xid8, text, text, text, text, text, jsonb, jsonb);
ALTER FUNCTION pggit.row_digest(bigint, xid8, text, text, text, text, text, jsonb, jsonb, jsonb) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.row_digest(bigint, xid8, text, text, text, text, text, jsonb, jsonb, jsonb) FROM PUBLIC;
