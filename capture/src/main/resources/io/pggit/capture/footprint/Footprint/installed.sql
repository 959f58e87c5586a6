-- Whether this database has an audit table.
-- rows     one: boolean
SELECT EXISTS (SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname = 'pggit' AND c.relname = 'ddl_audit' AND c.relkind IN ('r', 'p'))
