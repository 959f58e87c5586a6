-- The comment on an object or, with a number, on one of its columns; NULL when it has none.
CREATE OR REPLACE FUNCTION pggit.comment_on(class oid, object oid, sub integer DEFAULT 0) RETURNS text
    LANGUAGE sql STABLE AS $$
SELECT d.description FROM pg_catalog.pg_description AS d
 WHERE d.objoid OPERATOR(pg_catalog.=) object AND d.classoid OPERATOR(pg_catalog.=) class
   AND d.objsubid OPERATOR(pg_catalog.=) sub
$$;
ALTER FUNCTION pggit.comment_on(oid, oid, integer) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.comment_on(oid, oid, integer) FROM PUBLIC;
