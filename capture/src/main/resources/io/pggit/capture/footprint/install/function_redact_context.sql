-- A stack as PG_CONTEXT tells it, as it may be stored. Its lines quote statements, which may hold line breaks: what is
-- quoted is redacted as a whole, the lines around it stay.
CREATE OR REPLACE FUNCTION pggit.redact_context(stack text, OUT content text, OUT redactions integer)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    line    text;
    quoted  text;
    cleaned text;
    result  text[] := '{}';
BEGIN
    content := stack;
    redactions := 0;
    IF stack IS NULL OR NOT pggit.suspicious(stack) AND stack !~* '\moptions\s*\(' THEN
        RETURN;
    END IF;
    IF length(stack) > 1000000 THEN
        content := '[withheld by pgGit: longer than a million characters]';
        redactions := 1;
        RETURN;
    END IF;
    FOREACH line IN ARRAY regexp_split_to_array(stack,
            '\n(?=SQL statement "|SQL function "|SQL expression "|PL/|PL[a-z]+ function|extension script |while |unnamed portal |portal )') LOOP
        quoted := substring(line FROM '^SQL (?:statement|expression) "(.*)"$');
        IF quoted IS NULL THEN
            cleaned := CASE WHEN line ~ '^(PL/pgSQL function|SQL function) [^''$]*$' THEN line ELSE pggit.scrub(line) END;
        ELSE
            cleaned := 'SQL statement "' || (SELECT r.content FROM pggit.redact('', quoted) AS r) || '"';
        END IF;
        result := result || cleaned;
    END LOOP;
    content := array_to_string(result, E'\n');
    redactions := regexp_count(content, '\[redacted:[0-9a-f]{16}\]|\[withheld by pgGit:');
END
$$;
ALTER FUNCTION pggit.redact_context(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.redact_context(text) FROM PUBLIC;
