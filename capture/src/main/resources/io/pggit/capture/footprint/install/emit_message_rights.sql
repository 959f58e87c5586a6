-- Nobody but the footprint emits logical messages in this database: a message that anybody can write is no evidence. Noted, so
-- that uninstalling gives back what was taken.
CREATE TABLE IF NOT EXISTS pggit.revoked (signature text PRIMARY KEY);
ALTER TABLE pggit.revoked OWNER TO pggit_owner;
REVOKE ALL ON TABLE pggit.revoked FROM PUBLIC;
COMMENT ON TABLE pggit.revoked IS 'pgGit: functions of PostgreSQL that PUBLIC could execute before pgGit was installed';
DO $$
DECLARE
    emitter record;
BEGIN
    FOR emitter IN
        SELECT p.oid::pg_catalog.regprocedure::text AS signature,
               pg_catalog.has_function_privilege('public', p.oid, 'EXECUTE') AS open
          FROM pg_catalog.pg_proc AS p
         WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.proname = 'pg_logical_emit_message'
    LOOP
        IF emitter.open THEN
            INSERT INTO pggit.revoked VALUES (emitter.signature) ON CONFLICT DO NOTHING;
        END IF;
        EXECUTE 'REVOKE EXECUTE ON FUNCTION pg_catalog.' || emitter.signature || ' FROM PUBLIC';
        EXECUTE 'GRANT EXECUTE ON FUNCTION pg_catalog.' || emitter.signature || ' TO pggit_owner';
    END LOOP;
END
$$;
