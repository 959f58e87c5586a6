-- Gives PUBLIC back what the footprint took from it, before the note of it goes with the schema.
DO $$
DECLARE
    emitter text;
BEGIN
    IF pg_catalog.to_regclass('pggit.revoked') IS NOT NULL THEN
        FOR emitter IN SELECT r.signature FROM pggit.revoked AS r
                        WHERE pg_catalog.to_regprocedure('pg_catalog.' || r.signature) IS NOT NULL LOOP
            EXECUTE 'GRANT EXECUTE ON FUNCTION pg_catalog.' || emitter || ' TO PUBLIC';
        END LOOP;
    END IF;
    IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_owner') THEN
        FOR emitter IN SELECT p.oid::pg_catalog.regprocedure::text FROM pg_catalog.pg_proc AS p
                        WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace
                          AND p.proname = 'pg_logical_emit_message' LOOP
            EXECUTE 'REVOKE EXECUTE ON FUNCTION pg_catalog.' || emitter || ' FROM pggit_owner';
        END LOOP;
    END IF;
    DELETE FROM pg_catalog.pg_init_privs AS i
     USING pg_catalog.pg_proc AS p
     WHERE i.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objoid = p.oid
       AND p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.proname = 'pg_logical_emit_message';
END
$$;
