-- Whether and how pgGit is installed in this database.
-- rows     one: installed, extension (text: its version, NULL when it is plain SQL), api (the SQL functions are there),
--          digest (text: of the statements that made it, NULL where the comment of the schema names none)
-- locks    ACCESS SHARE on catalogs only
SELECT EXISTS (SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname = 'pggit' AND c.relname = 'ddl_audit' AND c.relkind IN ('r', 'p')) AS installed,
       (SELECT e.extversion FROM pg_catalog.pg_extension AS e WHERE e.extname = 'pggit') AS extension,
       EXISTS (SELECT FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'pggit_v0') AS api,
       (SELECT pg_catalog."substring"(pg_catalog.obj_description(n.oid, 'pg_namespace'), '\(SQL ([0-9a-f]+)\)$')
          FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'pggit') AS digest
