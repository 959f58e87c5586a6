-- What the slot decodes. Publishing update and delete is what makes both impossible on the audit table.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_publication WHERE pubname = 'pggit') THEN
        CREATE PUBLICATION pggit FOR TABLE pggit.ddl_audit
            WITH (publish = 'insert, update, delete, truncate');
    END IF;
END
$$;
