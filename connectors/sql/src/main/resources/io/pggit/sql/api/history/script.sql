-- Statements one after the other, each ending with a semicolon; null when there is none.
CREATE OR REPLACE FUNCTION pggit.script(p_statements jsonb) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT string_agg(s.value || ';', E'\n' ORDER BY s.ordinality)
      FROM jsonb_array_elements_text(p_statements) WITH ORDINALITY AS s
$$
