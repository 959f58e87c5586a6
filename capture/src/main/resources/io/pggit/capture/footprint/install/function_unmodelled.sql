-- An object by its identity alone, with a cause where one is given; NULL when it does not exist.
DROP FUNCTION IF EXISTS pggit.unmodelled(oid, oid);
CREATE OR REPLACE FUNCTION pggit.unmodelled(class oid, object oid, cause text DEFAULT NULL) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object('classid', class::bigint, 'objid', object::bigint, 'type', i.type, 'identity', i.identity,
                                  'unmodelled', true) || CASE WHEN cause IS NULL THEN '{}' ELSE jsonb_build_object('cause', cause) END
          FROM pg_identify_object(class, object, 0) AS i
         WHERE i.identity IS NOT NULL);
END
$$;
ALTER FUNCTION pggit.unmodelled(oid, oid, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.unmodelled(oid, oid, text) FROM PUBLIC;
