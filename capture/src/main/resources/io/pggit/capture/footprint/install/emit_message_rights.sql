-- Nobody but the footprint emits logical messages in this database: a message that anybody can write is no evidence. Noted, so
-- that uninstalling gives back what was taken. Passed off as privileges PostgreSQL came with, so that no dump contains them, and
-- pg_upgrade does not fail: it would repeat them for this version's signature, which changed with PostgreSQL 17.
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
    DELETE FROM pg_catalog.pg_init_privs AS i
     USING pg_catalog.pg_proc AS p
     WHERE i.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objoid = p.oid
       AND p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.proname = 'pg_logical_emit_message';
    INSERT INTO pg_catalog.pg_init_privs (objoid, classoid, objsubid, privtype, initprivs)
    SELECT p.oid, 'pg_catalog.pg_proc'::pg_catalog.regclass, 0, 'i', p.proacl
      FROM pg_catalog.pg_proc AS p
     WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.proname = 'pg_logical_emit_message';
END
$$;
