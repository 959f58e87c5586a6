-- Removes the role with its rights, unless another database has a footprint that it owns.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_owner')
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_shdepend AS d JOIN pg_catalog.pg_roles AS r ON r.oid = d.refobjid
                             WHERE d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                               AND r.rolname = 'pggit_owner' AND d.dbid <> 0
                               AND d.dbid <> (SELECT oid FROM pg_catalog.pg_database
                                               WHERE datname = pg_catalog.current_database())) THEN
        REVOKE ALL ON PARAMETER lc_messages FROM pggit_owner;
        DROP ROLE pggit_owner;
        BEGIN
            DROP ROLE IF EXISTS pggit_admin, pggit_developer, pggit_reader;
        EXCEPTION WHEN dependent_objects_still_exist THEN
            NULL; -- somebody gave them other rights as well
        END;
    END IF;
END
$$;
