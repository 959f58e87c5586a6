-- Whether pgGit is installed: its publication holds its audit table.
-- rows     one: published
-- locks    ACCESS SHARE on catalogs only
SELECT EXISTS (
           SELECT FROM pg_catalog.pg_publication_tables AS p
            WHERE p.pubname = 'pggit' AND p.schemaname = 'pggit' AND p.tablename = 'ddl_audit') AS published
