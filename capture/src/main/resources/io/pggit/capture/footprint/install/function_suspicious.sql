-- Whether a text can hold a secret at all: the quick question that spares nearly every statement and every fact the slow
-- one. Also true for a mark of ours: one that stands in a live object was written there by mistake, and redacting it once
-- more makes it differ from what it stood for. Of words with "key" only those that name a secret: PRIMARY KEY is in every table.
CREATE OR REPLACE FUNCTION pggit.suspicious(content text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF content ~* '(passw|passphrase|passcode|\mpwd|\mpw\M|secret|conninfo|credential|(api|access|private|encryption)_?key|token|bearer|basic|://[^[:space:]]*@|private key|scram-sha|\mmd5[0-9a-f]{32}|\[redacted:|\mA[KS]IA[0-9A-Z]{12}|\meyJ|\m(sk|pk|rk)_(live|test)_|\mgh[opsur]_|\mxox[abeoprs]-|\mglpat-|\mAIza)' THEN
        RETURN true;
    END IF;
    -- random tokens change class often, names seldom
    IF content ~ '[0-9][A-Z]|[A-Z][0-9]|[0-9][a-z][0-9]|[A-Z][a-z][A-Z]' THEN
        RETURN EXISTS (SELECT FROM pggit.secret_tokens(content));
    END IF;
    RETURN false;
END
$$;
ALTER FUNCTION pggit.suspicious(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.suspicious(text) FROM PUBLIC;
