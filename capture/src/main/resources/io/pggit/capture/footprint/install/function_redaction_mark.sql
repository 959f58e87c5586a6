-- What stands for a secret: equal secrets have equal marks, so that a change of one shows, and nothing can be learned from it.
CREATE OR REPLACE FUNCTION pggit.redaction_mark(content text) RETURNS text
    LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT '[redacted:' || left(pggit.keyed_hash(content), 16) || ']');
END
$$;
ALTER FUNCTION pggit.redaction_mark(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.redaction_mark(text) FROM PUBLIC;
