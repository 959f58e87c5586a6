-- Removes the roles with their rights, each unless another database uses it. What somebody granted to them by hand is kept,
-- and the role with it.
DO $$
DECLARE
    role record;
BEGIN
    FOR role IN SELECT r.oid, r.rolname FROM pg_catalog.pg_roles AS r
                 WHERE r.rolname IN ('pggit_owner', 'pggit_reader', 'pggit_developer', 'pggit_admin')
                   AND NOT EXISTS (SELECT FROM pg_catalog.pg_shdepend AS d
                                    WHERE d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                                      AND d.refobjid = r.oid AND d.dbid <> 0
                                      AND d.dbid <> (SELECT oid FROM pg_catalog.pg_database
                                                      WHERE datname = pg_catalog.current_database()))
                 ORDER BY r.rolname LOOP
        BEGIN
            IF role.rolname = 'pggit_owner' THEN
                REVOKE ALL ON PARAMETER lc_messages FROM pggit_owner;
            END IF;
            EXECUTE pg_catalog.format('DROP ROLE %I', role.rolname);
        EXCEPTION WHEN dependent_objects_still_exist THEN
            RAISE NOTICE 'role % stays: it has rights beside pgGit''s', role.rolname;
        END;
    END LOOP;
END
$$;
