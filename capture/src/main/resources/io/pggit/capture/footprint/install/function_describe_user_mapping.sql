-- A user mapping, without its options: they are secrets, and only superusers and the mapped role may read them.
CREATE OR REPLACE FUNCTION pggit.describe_user_mapping(mapping oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'role', m.usename,
                   'server', m.srvname,
                   'depends_on', pggit.depends_on('pg_user_mapping'::regclass, m.umid, m.umid)))
          FROM pg_user_mappings AS m
         WHERE m.umid = mapping);
END
$$;
ALTER FUNCTION pggit.describe_user_mapping(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_user_mapping(oid) FROM PUBLIC;
