-- Whether pggit.secret_tokens finds any.
CREATE OR REPLACE FUNCTION pggit.has_secret_tokens(content text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM pggit.secret_tokens(content));
END
$$;
ALTER FUNCTION pggit.has_secret_tokens(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.has_secret_tokens(text) FROM PUBLIC;
