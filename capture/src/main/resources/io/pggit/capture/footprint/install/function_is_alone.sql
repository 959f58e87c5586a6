-- Whether a text is certainly one statement: nothing follows a semicolon, or does so only within the one literal in dollars, the
-- body of a function. False when only taking it apart could tell.
CREATE OR REPLACE FUNCTION pggit.is_alone(script text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    parts text[];
    body  text;
    place integer;
BEGIN
    IF script !~ ';\s*[^\s;]' THEN
        RETURN true;
    END IF;
    -- comments; what comes before the literal, where quotes are closed and hold no escapes; what begins it
    parts := regexp_match(left(script, 10000), '^((?:\s|--[^\n]*\n|/\*[^*/]*\*/)*)((?:[^''"$;\\]|''[^''\\]*''|"[^"]*")*)(\$(?:[^\W\d]\w*)?\$)');
    IF parts IS NULL OR parts[2] ~ '\w$|--|/\*' THEN
        RETURN false;
    END IF;
    body := substr(script, length(concat(VARIADIC parts)) + 1);
    place := strpos(body, parts[3]);
    RETURN place > 0 AND substr(body, place + length(parts[3])) !~ ';\s*[^\s;]';
END
$$;
ALTER FUNCTION pggit.is_alone(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.is_alone(text) FROM PUBLIC;
