-- A statement, or a stack of statements, as it may be stored. Commands that exist to hold a secret, and texts in which
-- something is called a password, keep neither literals nor comments. What cannot be taken apart is withheld, and so is what
-- is longer than a million characters: taking it apart would hold up whoever sent it.
-- redactions  marks in it; 1 when withheld
CREATE OR REPLACE FUNCTION pggit.redact(tag text, script text, OUT content text, OUT redactions integer)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sensitive CONSTANT boolean := tag ~ '\m(SERVER|USER MAPPING|SUBSCRIPTION)$';
BEGIN
    content := script;
    redactions := 0;
    IF length(script) > 1000000 THEN
        content := '[withheld by pgGit: longer than a million characters]';
        redactions := 1;
    ELSIF pggit.may_hold_secret(tag, script) THEN
        content := pggit.redact_sql(script, CASE WHEN sensitive
                OR script ~* '(passw|passphrase|passcode|\mpwd|conninfo)' THEN 'all' ELSE 'text' END);
        IF content IS NULL THEN
            content := '[withheld by pgGit: cannot be taken apart]';
            redactions := 1;
        ELSE
            redactions := regexp_count(content, '\[redacted:[0-9a-f]{16}\]');
        END IF;
    END IF;
END
$$;
ALTER FUNCTION pggit.redact(text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.redact(text, text) FROM PUBLIC;
