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
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION pggit.retake_rights() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.retake_rights() TO pggit_owner;
