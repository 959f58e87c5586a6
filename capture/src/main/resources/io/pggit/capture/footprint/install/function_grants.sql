-- Who may do what: {grantee: [privilege, ...]}, both sorted, PUBLIC under that name; " WITH GRANT OPTION" marks what may
-- be passed on. NULL when the list is what a new object of that owner has. Who granted is not part of it.
-- kind     object type as acldefault() names it: r relation, s sequence, c column, f routine, n schema, T type
CREATE OR REPLACE FUNCTION pggit.grants(acl aclitem[], kind "char", owner oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        WITH granted AS (
            SELECT grantee, privilege_type, bool_or(is_grantable) AS grantable FROM aclexplode(acl) GROUP BY 1, 2
        ), usual AS (
            SELECT grantee, privilege_type, bool_or(is_grantable) AS grantable FROM aclexplode(acldefault(kind, owner)) GROUP BY 1, 2
        ), listed AS (
            SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END AS name,
                   jsonb_agg(privilege_type || CASE WHEN grantable THEN ' WITH GRANT OPTION' ELSE '' END
                             ORDER BY privilege_type COLLATE "C") AS privileges
              FROM granted GROUP BY 1
        )
        SELECT coalesce(jsonb_object_agg(name, privileges), '{}') FROM listed
        HAVING EXISTS (TABLE granted EXCEPT TABLE usual) OR EXISTS (TABLE usual EXCEPT TABLE granted));
END
$$;
ALTER FUNCTION pggit.grants(aclitem[], "char", oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.grants(aclitem[], "char", oid) FROM PUBLIC;
