-- Default privileges of one role for one kind of object: in one schema, where they come on top of what else an object gets,
-- or in all, where they stand instead of what PostgreSQL would give.
CREATE OR REPLACE FUNCTION pggit.describe_default_privileges(privileges oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'role', pg_get_userbyid(d.defaclrole),
                   'schema', n.nspname,
                   'objects', pggit.default_privileges_for(d.defaclobjtype),
                   'grants', pggit.grants_listed(d.defaclacl),
                   'depends_on', pggit.depends_on('pg_default_acl'::regclass, d.oid, d.oid)))
          FROM pg_default_acl AS d
          LEFT JOIN pg_namespace AS n ON n.oid = d.defaclnamespace
         WHERE d.oid = privileges);
END
$$;
ALTER FUNCTION pggit.describe_default_privileges(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_default_privileges(oid) FROM PUBLIC;
