-- The objects that ALTER EXTENSION ... ADD has just made members: they are no longer tracked, as if dropped.
CREATE OR REPLACE FUNCTION pggit.joined_extension(extensions oid[]) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object('classid', d.classid::bigint, 'objid', d.objid::bigint, 'objsubid', 0,
                                            'type', i.type, 'identity', i.identity, 'cause', 'implied'))
          FROM pg_depend AS d, pg_identify_object(d.classid, d.objid, 0) AS i
         WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = ANY (extensions) AND d.deptype = 'e'
           AND age(d.xmin) <= 0 AND pggit.is_own_xid(d.xmin)
           -- an update of the extension makes new members, which were never tracked
           AND NOT EXISTS (SELECT FROM pg_extension AS e WHERE e.oid = d.refobjid AND e.xmin = d.xmin));
END
$$;
ALTER FUNCTION pggit.joined_extension(oid[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.joined_extension(oid[]) FROM PUBLIC;
