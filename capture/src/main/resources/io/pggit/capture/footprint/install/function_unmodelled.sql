-- An object by its identity alone; NULL when it does not exist.
CREATE OR REPLACE FUNCTION pggit.unmodelled(class oid, object oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object('classid', class::bigint, 'objid', object::bigint, 'type', i.type, 'identity', i.identity,
                                  'unmodelled', true)
          FROM pg_identify_object(class, object, 0) AS i
         WHERE i.identity IS NOT NULL);
END
$$;
ALTER FUNCTION pggit.unmodelled(oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.unmodelled(oid, oid) FROM PUBLIC;
