-- The innermost statement that PG_CONTEXT of a writer names.
-- stack      the context, the writer's own line first
-- statement  the statement when a function ran it through SPI; else what the client sent
-- exact      false when a function ran it that does not show its statements (language SQL): the text is only around it
-- callers    the stack below the writer; NULL when the client sent the statement itself
CREATE OR REPLACE FUNCTION pggit.statement_in(stack text, OUT statement text, OUT exact boolean, OUT callers text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    callers := nullif(regexp_replace(stack, '^[^\n]*\n?', ''), '');
    statement := substring(callers FROM
        '^SQL statement "(.*?)"(?:$|\n(?:PL/pgSQL |SQL |PL/|extension script |while |unnamed portal |portal ).*$)');
    IF statement IS NULL THEN
        statement := current_query();
        exact := callers IS NULL AND statement IS NOT NULL;
    ELSE
        exact := true;
    END IF;
END
$$;
ALTER FUNCTION pggit.statement_in(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.statement_in(text) FROM PUBLIC;
