-- What a session says of itself: settings pggit.author and pggit.ticket, else the same names in a comment that begins the
-- statement, /*ticket='OPS-1'*/. Anybody can say anything.
CREATE OR REPLACE FUNCTION pggit.claims(statement text) RETURNS jsonb
    LANGUAGE sql STABLE AS $$
SELECT CASE WHEN pg_catalog.left(statement, 2000) OPERATOR(pg_catalog.~) '^\s*/\*'
                 OR pg_catalog.current_setting('pggit.author', true) OPERATOR(pg_catalog.<>) ''
                 OR pg_catalog.current_setting('pggit.ticket', true) OPERATOR(pg_catalog.<>) ''
            THEN pggit.claims_made(statement) ELSE '{}' END
$$;
ALTER FUNCTION pggit.claims(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.claims(text) FROM PUBLIC;
