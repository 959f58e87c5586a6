-- The digest of an audit row that a message carries beside it: SHA-256 over the text forms of what says what was done and by
-- whom, joined by the unit separator, NULL as nothing; details only where there are some.
CREATE OR REPLACE FUNCTION pggit.row_digest(seq bigint, xid xid8, event text, command_tag text, session_role text,
        effective_role text, statement text, objects jsonb, dropped jsonb, details jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN encode(sha256(convert_to(concat_ws(chr(31), seq, xid, event, command_tag, session_role, effective_role,
                                              coalesce(statement, ''), objects, dropped, details), 'UTF8')), 'hex');
END
$$;
DROP FUNCTION IF EXISTS pggit.row_digest(bigint, xid8, text, text, text, text, text, jsonb, jsonb);
ALTER FUNCTION pggit.row_digest(bigint, xid8, text, text, text, text, text, jsonb, jsonb, jsonb) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.row_digest(bigint, xid8, text, text, text, text, text, jsonb, jsonb, jsonb) FROM PUBLIC;
