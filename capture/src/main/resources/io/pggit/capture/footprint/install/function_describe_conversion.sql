-- A conversion between encodings.
CREATE OR REPLACE FUNCTION pggit.describe_conversion(conversion oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'from', pg_encoding_to_char(c.conforencoding),
                   'to', pg_encoding_to_char(c.contoencoding),
                   'function', c.conproc::regproc::text,
                   'default', CASE WHEN c.condefault THEN true END,
                   'owner', pg_get_userbyid(c.conowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = c.oid AND x.classoid = 'pg_conversion'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_conversion'::regclass, c.oid, c.oid)))
          FROM pg_conversion AS c
         WHERE c.oid = conversion);
END
$$;
ALTER FUNCTION pggit.describe_conversion(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_conversion(oid) FROM PUBLIC;
