-- Whether pggit.redact must look into a statement.
CREATE OR REPLACE FUNCTION pggit.may_hold_secret(tag text, script text) RETURNS boolean
    LANGUAGE sql STABLE AS $$
SELECT pg_catalog.length(script) OPERATOR(pg_catalog.>) 1000000 OR tag OPERATOR(pg_catalog.~) '\m(SERVER|USER MAPPING|SUBSCRIPTION)$'
    OR pggit.suspicious(script) OR script OPERATOR(pg_catalog.~*) '\moptions\s*\('
$$;
ALTER FUNCTION pggit.may_hold_secret(text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.may_hold_secret(text, text) FROM PUBLIC;
