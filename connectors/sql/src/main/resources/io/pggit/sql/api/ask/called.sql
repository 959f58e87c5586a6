-- Which function of pgGit was called, by the stack of calls as PostgreSQL prints it: the outermost. Null when there is none.
-- A function in PL/pgSQL stands there with its schema and arguments, one in SQL with its bare name in quotation marks, before
-- the number of its statement; which marks, depends on the language of messages.
CREATE OR REPLACE FUNCTION pggit.called(p_context text) RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT f.name
      FROM string_to_table(p_context, E'\n') WITH ORDINALITY AS l (line, number),
           LATERAL (SELECT coalesce(
                        (regexp_match(l.line, 'PL/pgSQL.*\mpggit(?:_v0)?\.([a-z_][a-z0-9_]*)\('))[1],
                        (regexp_match(l.line, 'SQL[^(]*["»«„“][[:space:]]?([a-z_][a-z0-9_]*)[[:space:]]?["»«“”][^"]*[0-9]$'))[1]))
               AS f (name)
     WHERE EXISTS (SELECT FROM pg_proc AS p
                    WHERE p.proname = f.name AND p.pronamespace IN ('pggit'::regnamespace, 'pggit_v0'::regnamespace))
     ORDER BY l.number DESC
     LIMIT 1
$$
