-- Which function of pgGit was called, by the stack of calls as PostgreSQL prints it: the outermost. Null when there is none.
-- A function in PL/pgSQL stands there with its schema and arguments, one in SQL with its bare name in quotation marks, before
-- the number of its statement; which marks, depends on the language of messages.
CREATE OR REPLACE FUNCTION pggit.called(p_context text) RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    lines CONSTANT text[] := string_to_array(p_context, E'\n');
    named text;
BEGIN
    FOR i IN REVERSE cardinality(lines)..1 LOOP
        named := coalesce(
            (regexp_match(lines[i], 'PL/pgSQL.*\mpggit(?:_v0)?\.([a-z_][a-z0-9_]*)\('))[1],
            (regexp_match(lines[i], 'SQL[^(]*["»«„“][[:space:]]?([a-z_][a-z0-9_]*)[[:space:]]?["»«“”][^"]*[0-9]$'))[1]);
        IF EXISTS (SELECT FROM pg_proc AS p
                    WHERE p.proname = named::name AND p.pronamespace IN ('pggit'::regnamespace, 'pggit_v0'::regnamespace)) THEN
            RETURN named;
        END IF;
    END LOOP;
    RETURN NULL;
END
$$
