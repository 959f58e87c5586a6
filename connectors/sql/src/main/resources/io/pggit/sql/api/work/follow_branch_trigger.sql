-- Also where session_replication_role silences triggers.
DO $$
BEGIN
    CREATE OR REPLACE TRIGGER follow_branch AFTER INSERT ON pggit.ddl_audit FOR EACH ROW
        WHEN (NEW.event <> 'operation' OR NEW.operation = 'commit') EXECUTE FUNCTION pggit.follow_branch();
    ALTER TABLE pggit.ddl_audit ENABLE ALWAYS TRIGGER follow_branch;
END
$$
