-- TRUNCATE is what the missing replica identity does not stop.
CREATE OR REPLACE FUNCTION pggit.refuse_truncate() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'pggit.ddl_audit is append-only and cannot be truncated'
        USING ERRCODE = 'insufficient_privilege', HINT = 'To remove pgGit and its record, run: pggit uninstall';
END
$$;
ALTER FUNCTION pggit.refuse_truncate() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.refuse_truncate() FROM PUBLIC;
CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON pggit.ddl_audit
    FOR EACH STATEMENT EXECUTE FUNCTION pggit.refuse_truncate();
ALTER TABLE pggit.ddl_audit ENABLE ALWAYS TRIGGER refuse_truncate;
