-- Takes again what pggit.return_rights gave back, when the command has dropped another extension.
CREATE OR REPLACE FUNCTION pggit.retake_rights() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    emitter text;
BEGIN
    FOR emitter IN SELECT p.oid::regprocedure::text FROM pg_proc AS p
                    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = 'pg_logical_emit_message'
                      AND has_function_privilege('public', p.oid, 'EXECUTE')
                      AND EXISTS (SELECT FROM pg_extension AS e WHERE e.extname = 'pggit') LOOP
        EXECUTE 'REVOKE EXECUTE ON FUNCTION pg_catalog.' || emitter || ' FROM PUBLIC';
        EXECUTE 'GRANT EXECUTE ON FUNCTION pg_catalog.' || emitter || ' TO pggit_owner';
        INSERT INTO pg_init_privs (objoid, classoid, objsubid, privtype, initprivs)
        SELECT p.oid, 'pg_proc'::regclass, 0, 'i', p.proacl FROM pg_proc AS p
         WHERE p.oid = emitter::regprocedure
           AND NOT EXISTS (SELECT FROM pg_init_privs AS i WHERE i.classoid = 'pg_proc'::regclass AND i.objoid = p.oid);
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION pggit.retake_rights() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.retake_rights() TO pggit_owner;
