-- A collation. The version of the library behind it is no part of it: it differs from machine to machine.
CREATE OR REPLACE FUNCTION pggit.describe_collation("collation" oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'provider', CASE c.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'default' END,
                   -- called so up to PostgreSQL 16, and since
                   'locale', coalesce(to_jsonb(c) ->> 'colliculocale', to_jsonb(c) ->> 'colllocale'),
                   'lc_collate', c.collcollate,
                   'lc_ctype', c.collctype,
                   'rules', to_jsonb(c) ->> 'collicurules',
                   'deterministic', CASE WHEN NOT c.collisdeterministic THEN false END,
                   'owner', pg_get_userbyid(c.collowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = c.oid AND x.classoid = 'pg_collation'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_collation'::regclass, c.oid, c.oid)))
          FROM pg_collation AS c
         WHERE c.oid = "collation");
END
$$;
ALTER FUNCTION pggit.describe_collation(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_collation(oid) FROM PUBLIC;
