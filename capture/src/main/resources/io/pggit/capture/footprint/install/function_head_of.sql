-- The first words of a statement in capitals, words such as OR REPLACE left out.
-- code     the statement without literals and comments
CREATE OR REPLACE FUNCTION pggit.head_of(code text) RETURNS text
    LANGUAGE sql IMMUTABLE AS $$
SELECT pg_catalog.regexp_replace(pg_catalog.regexp_replace(
           pg_catalog.upper(pg_catalog.left(pg_catalog.regexp_replace(pg_catalog.btrim(code, E' \t\r\n\f('), '\s+', ' ', 'g'), 200)),
           '^CREATE (?:(?:OR REPLACE|TEMP|TEMPORARY|LOCAL|GLOBAL|UNLOGGED|UNIQUE|RECURSIVE|TRUSTED|PROCEDURAL|CONSTRAINT|DEFAULT) )*',
           'CREATE '), '^(ALTER|DROP) PROCEDURAL ', '\1 ')
$$;
ALTER FUNCTION pggit.head_of(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.head_of(text) FROM PUBLIC;
