-- The shell types that new relations took for their row type, as dropped objects: their names and keys are the relations' now. A row
-- type is made after its relation, a shell before.
CREATE OR REPLACE FUNCTION pggit.filled_shells(relations oid[]) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object('classid', 'pg_type'::regclass::oid::bigint, 'objid', c.reltype::bigint, 'objsubid', 0,
                                            'type', 'type', 'identity', format_type(c.reltype, NULL), 'cause', 'implied'))
          FROM pg_class AS c
         WHERE c.oid = ANY (relations) AND c.relkind <> 'c' AND c.reltype <> 0 AND c.reltype < c.oid);
END
$$;
ALTER FUNCTION pggit.filled_shells(oid[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.filled_shells(oid[]) FROM PUBLIC;
