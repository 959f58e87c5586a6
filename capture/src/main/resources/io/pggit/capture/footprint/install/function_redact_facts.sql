-- Facts with the secrets in their texts replaced by marks. Used by whatever describes an object, so that what is stored and
-- what is read from the live database agree. Names are left alone: only SQL texts and comments can hold a secret.
DROP FUNCTION IF EXISTS pggit.redact_facts(jsonb, text);
CREATE OR REPLACE FUNCTION pggit.redact_facts(facts text) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- most have neither a literal nor a comment
    IF facts !~ '[''$]|"(comment|labels|settings|options)"' OR NOT pggit.suspicious(facts) THEN
        RETURN facts;
    END IF;
    RETURN pggit.redact_fact(facts::jsonb, '');
END
$$;
ALTER FUNCTION pggit.redact_facts(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.redact_facts(text) FROM PUBLIC;
