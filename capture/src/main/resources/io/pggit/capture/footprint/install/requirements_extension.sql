-- An extension does not take over objects that are there.
DO $$
BEGIN
    IF pg_catalog.to_regclass('pggit.ddl_audit') IS NOT NULL THEN
        RAISE EXCEPTION 'pgGit is installed in this database already, not as an extension'
              USING ERRCODE = 'duplicate_object',
                    HINT = 'Nothing is missing but the row in pg_extension. "pggit uninstall" removes pgGit with its record.';
    END IF;
END
$$;
