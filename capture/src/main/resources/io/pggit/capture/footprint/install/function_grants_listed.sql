-- Who may do what, as pggit.grants tells it, whether or not it is what a new object has.
CREATE OR REPLACE FUNCTION pggit.grants_listed(acl aclitem[]) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_object_agg(name, privileges), '{}')
          FROM (SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END AS name,
                       jsonb_agg(privilege_type || CASE WHEN grantable THEN ' WITH GRANT OPTION' ELSE '' END
                                 ORDER BY privilege_type COLLATE "C") AS privileges
                  FROM (SELECT grantee, privilege_type, bool_or(is_grantable) AS grantable FROM aclexplode(acl) GROUP BY 1, 2) AS g
                 GROUP BY 1) AS listed);
END
$$;
ALTER FUNCTION pggit.grants_listed(aclitem[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.grants_listed(aclitem[]) FROM PUBLIC;
