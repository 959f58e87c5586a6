-- The files of every table, materialized view and index that is no part of PostgreSQL.
-- rows     oid, kind ("char"), name (text), file (oid; 0 for one without)
-- locks    ACCESS SHARE on catalogs only
SELECT c.oid, c.relkind AS kind, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relfilenode AS file
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'm', 'i') AND c.oid >= 16384 AND n.nspname NOT IN ('pggit', 'pg_toast')
