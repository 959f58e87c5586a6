-- What only foreign tables have; the options of a column stand in the column.
CREATE OR REPLACE FUNCTION pggit.describe_foreign_table(relation oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object('server', s.srvname, 'options', pggit.secret_free(f.ftoptions)))
          FROM pg_foreign_table AS f
          JOIN pg_foreign_server AS s ON s.oid = f.ftserver
         WHERE f.ftrelid = relation);
END
$$;
ALTER FUNCTION pggit.describe_foreign_table(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_foreign_table(oid) FROM PUBLIC;
