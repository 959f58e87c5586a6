-- Facts with the secrets in their texts replaced by marks. Used by whatever describes an object, so that what is stored and
-- what is read from the live database agree. Names are left alone: only SQL texts and comments can hold a secret.
DROP FUNCTION IF EXISTS pggit.redact_facts(jsonb, text);
CREATE OR REPLACE FUNCTION pggit.redact_facts(facts text) RETURNS text
    LANGUAGE sql STABLE AS $$
-- most have neither a literal nor a comment
SELECT CASE WHEN facts OPERATOR(pg_catalog.~) '[''$]|"(comment|labels|settings|options)"' AND pggit.suspicious(facts)
            THEN pggit.redact_fact(facts::pg_catalog.jsonb, '')::pg_catalog.text ELSE facts END
$$;
ALTER FUNCTION pggit.redact_facts(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.redact_facts(text) FROM PUBLIC;
