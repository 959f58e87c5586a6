-- Gives PUBLIC back what emit_message_rights took, before the extension is dropped with the note of it: an extension's script
-- cannot run then. Takes back pgGit's default of the database as well. Called when DROP EXTENSION begins and names pggit; belongs
-- to the superuser who installs.
-- by       role that runs the command; nothing happens unless it may drop the extension
CREATE OR REPLACE FUNCTION pggit.return_rights(by text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    emitter text;
BEGIN
    IF current_query() ~* '\mdrop\s+extension\M[^;]*\mpggit\M' AND EXISTS (
            SELECT FROM pg_extension AS e JOIN pg_roles AS r ON r.rolname = by
             WHERE e.extname = 'pggit' AND pg_has_role(r.oid, e.extowner, 'USAGE')) THEN
        -- no text of the table is executed: its owner is no superuser
        FOR emitter IN SELECT p.oid::regprocedure::text FROM pg_proc AS p
                        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = 'pg_logical_emit_message'
                          AND p.oid::regprocedure::text IN (SELECT r.signature FROM pggit.revoked AS r) LOOP
            EXECUTE 'GRANT EXECUTE ON FUNCTION pg_catalog.' || emitter || ' TO PUBLIC';
            EXECUTE 'REVOKE EXECUTE ON FUNCTION pg_catalog.' || emitter || ' FROM pggit_owner';
        END LOOP;
        DELETE FROM pg_init_privs AS i USING pg_proc AS p
         WHERE i.classoid = 'pg_proc'::regclass AND i.objoid = p.oid
           AND p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = 'pg_logical_emit_message';
        EXECUTE format('ALTER DATABASE %I RESET pggit.current_branch', current_database());
    END IF;
END
$$;
REVOKE ALL ON FUNCTION pggit.return_rights(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.return_rights(text) TO pggit_owner;
