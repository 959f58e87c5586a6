-- A foreign server. Values of options that are secrets by their name are not told.
CREATE OR REPLACE FUNCTION pggit.describe_server(server oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'foreign_data_wrapper', w.fdwname,
                   'type', s.srvtype,
                   'version', s.srvversion,
                   'options', pggit.secret_free(s.srvoptions),
                   'owner', pg_get_userbyid(s.srvowner),
                   'grants', CASE WHEN s.srvacl IS NOT NULL THEN pggit.grants(s.srvacl, 'S', s.srvowner) END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = s.oid AND x.classoid = 'pg_foreign_server'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_foreign_server'::regclass, s.oid, s.oid)))
          FROM pg_foreign_server AS s
          JOIN pg_foreign_data_wrapper AS w ON w.oid = s.srvfdw
         WHERE s.oid = server);
END
$$;
ALTER FUNCTION pggit.describe_server(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_server(oid) FROM PUBLIC;
