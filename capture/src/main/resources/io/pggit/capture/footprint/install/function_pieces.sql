-- The statements of a text that has several, each with its head; empty ones are left out. No row when the text cannot be taken
-- apart for certain.
-- place, size   where it is in the text, in bytes from 1, with the blanks around it
DROP FUNCTION IF EXISTS pggit.pieces(text);
CREATE FUNCTION pggit.pieces(script text)
    RETURNS TABLE (n integer, head text, code text, piece text, place integer, size integer)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH part AS (
        SELECT l.n, l.kind, l.body, sum(octet_length(l.body)) OVER (ORDER BY l.n) AS ending,
               count(*) FILTER (WHERE l.kind = ';') OVER (ORDER BY l.n) - CASE l.kind WHEN ';' THEN 1 ELSE 0 END AS statement
          FROM pggit.lex(script) AS l
    ), statement AS (
        SELECT p.statement, string_agg(p.body, '' ORDER BY p.n) FILTER (WHERE p.kind <> ';') AS piece,
               string_agg(CASE WHEN p.kind = 'c' THEN p.body ELSE ' ' END, '' ORDER BY p.n) AS code,
               max(p.ending) FILTER (WHERE p.kind <> ';') AS ending
          FROM part AS p GROUP BY 1
    )
    SELECT (row_number() OVER (ORDER BY s.statement))::integer,
           pggit.head_of(s.code), s.code, btrim(s.piece, E' \t\r\n\f'),
           (s.ending - octet_length(s.piece) + 1)::integer, octet_length(s.piece)
      FROM statement AS s
     WHERE s.code ~ '\w'
     ORDER BY s.statement;
END
$$;
ALTER FUNCTION pggit.pieces(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.pieces(text) FROM PUBLIC;
