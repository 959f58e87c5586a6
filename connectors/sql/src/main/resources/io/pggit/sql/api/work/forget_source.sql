-- In a copy of a database: everything its source left in the tables of pgGit goes, but for the audit rows, which the history
-- leaves behind from here on.
CREATE OR REPLACE FUNCTION pggit.forget_source() RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    emptied text;
BEGIN
    FOREACH emptied IN ARRAY ARRAY[
            'conflict', 'merge_work', 'intent_conflict', 'intent', 'tag_name', 'branch', 'catalog_mark',
            'committed_elsewhere'] LOOP
        IF to_regclass('pggit.' || emptied) IS NOT NULL THEN
            EXECUTE 'DELETE FROM pggit.' || emptied;
        END IF;
    END LOOP;
    UPDATE pggit.head SET branch = 'main', detached_sha = NULL, previous_branch = NULL;
    DELETE FROM pggit.incarnation;
    INSERT INTO pggit.incarnation (system_identifier, database)
    SELECT s.system_identifier, d.oid FROM pg_control_system() AS s, pg_database AS d WHERE d.datname = current_database();
    PERFORM pggit.record_operation('init', '{"afresh": true}');
    PERFORM pggit.record_baseline(pggit.caller());
END
$$
