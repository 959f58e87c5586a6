-- The statements of a text that has several, each with its first words in capitals, words such as OR REPLACE left out; empty
-- ones are left out. No row when the text cannot be taken apart for certain.
-- place, size   where it is in the text, in characters from 1, with the blanks around it
DROP FUNCTION IF EXISTS pggit.pieces(text);
CREATE FUNCTION pggit.pieces(script text)
    RETURNS TABLE (n integer, head text, code text, piece text, place integer, size integer)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
WITH part AS (
    SELECT l.n, l.kind, l.body, sum(length(l.body)) OVER (ORDER BY l.n) AS ending, count(*) FILTER (WHERE l.kind = ';') OVER (ORDER BY l.n)
                                - CASE l.kind WHEN ';' THEN 1 ELSE 0 END AS statement
      FROM pggit.lex(script) AS l
), statement AS (
    SELECT statement, string_agg(body, '' ORDER BY n) FILTER (WHERE kind <> ';') AS piece,
           string_agg(CASE WHEN kind = 'c' THEN body ELSE ' ' END, '' ORDER BY n) AS code,
           max(ending) FILTER (WHERE kind <> ';') AS ending
      FROM part GROUP BY 1
)
SELECT (row_number() OVER (ORDER BY s.statement))::integer,
       regexp_replace(regexp_replace(upper(left(regexp_replace(btrim(s.code, E' \t\r\n\f('), '\s+', ' ', 'g'), 200)),
           '^CREATE (?:(?:OR REPLACE|TEMP|TEMPORARY|LOCAL|GLOBAL|UNLOGGED|UNIQUE|RECURSIVE|TRUSTED|PROCEDURAL|CONSTRAINT|DEFAULT) )*',
           'CREATE '), '^(ALTER|DROP) PROCEDURAL ', '\1 '),
       s.code, btrim(s.piece, E' \t\r\n\f'), (s.ending - length(s.piece) + 1)::integer, length(s.piece)
  FROM statement AS s
 WHERE s.code ~ '\w'
 ORDER BY s.statement
$$;
ALTER FUNCTION pggit.pieces(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.pieces(text) FROM PUBLIC;
