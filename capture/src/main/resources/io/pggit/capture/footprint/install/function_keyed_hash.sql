-- HMAC-SHA-256 of a text under the key of this footprint, in hex.
CREATE OR REPLACE FUNCTION pggit.keyed_hash(content text) RETURNS text
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT encode(sha256(k.outer_key || sha256(k.inner_key || convert_to(content, 'UTF8'))), 'hex')
          FROM pggit.redaction_key AS k);
END
$$;
ALTER FUNCTION pggit.keyed_hash(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.keyed_hash(text) FROM PUBLIC;
