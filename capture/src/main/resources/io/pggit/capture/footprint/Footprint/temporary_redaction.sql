-- Facts as they are, in a transaction that is rolled back: a plan made of redacted facts would write the redaction.
-- locks    none that anybody waits for
CREATE OR REPLACE FUNCTION pggit.redact_facts(facts text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS 'SELECT facts'
