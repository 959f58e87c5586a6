-- Which function of the contract was called, by the stack of calls as PostgreSQL prints it: the outermost. Null when there is
-- none: a view or a trigger asks, or a program does. A function in PL/pgSQL stands there with its schema and arguments, one in SQL
-- with its bare name in quotation marks, before the number of its statement; which marks, depends on the language of messages.
-- changes   whether it is one that changes refs, HEAD or intents
CREATE OR REPLACE FUNCTION pggit.called(p_context text, OUT operation text, OUT changes boolean)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    lines  CONSTANT text[] := string_to_array(p_context, E'\n');
    named  text;
    found_ record;
BEGIN
    FOR i IN REVERSE cardinality(lines)..1 LOOP
        named := coalesce(
            (regexp_match(lines[i], 'PL/pgSQL.*\mpggit(?:_v0)?\.([a-z_][a-z0-9_]*)\('))[1],
            (regexp_match(lines[i], 'SQL[^(]*["»«„“][[:space:]]?([a-z_][a-z0-9_]*)[[:space:]]?["»«“”][^"]*[0-9]$'))[1]);
        SELECT p.prorettype, has_function_privilege('pggit_reader', p.oid, 'EXECUTE') AS reads INTO found_
          FROM pg_proc AS p
         WHERE p.proname = named::name AND p.pronamespace IN ('pggit'::regnamespace, 'pggit_v0'::regnamespace) LIMIT 1;
        IF FOUND THEN
            IF found_.prorettype <> 'trigger'::regtype AND named NOT IN ('ask', 'tips', 'note_call') THEN
                operation := named;
                changes := NOT found_.reads;
            END IF;
            RETURN;
        END IF;
    END LOOP;
END
$$
