-- The statement that a function of language SQL runs, by the innermost line of a stack, such as: SQL function "f" statement 2.
-- PostgreSQL says neither schema nor arguments of the function: NULL when there are several of that name.
CREATE OR REPLACE FUNCTION pggit.piece_of_function(stack text, OUT piece text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    called CONSTANT text[] := regexp_match(stack, '^SQL function "([^\n]*)" statement (\d+)(?:\n|$)');
    body   text;
BEGIN
    SELECT min(p.prosrc) INTO body
      FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang
     WHERE p.proname = called[1] AND l.lanname = 'sql' AND p.prosqlbody IS NULL
    HAVING count(*) = 1;
    IF body IS NOT NULL THEN
        SELECT p.piece INTO piece FROM pggit.pieces(body) AS p WHERE p.n = called[2]::integer;
    END IF;
END
$$;
ALTER FUNCTION pggit.piece_of_function(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.piece_of_function(text) FROM PUBLIC;
