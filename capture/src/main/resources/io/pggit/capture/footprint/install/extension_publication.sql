-- Makes the publication a member of the extension: dropped with it, and not dumped beside it. PostgreSQL has no command for
-- that, though it honours the dependency like any other.
INSERT INTO pg_catalog.pg_depend (classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype)
SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, 0,
       'pg_catalog.pg_extension'::pg_catalog.regclass, e.oid, 0, 'e'
  FROM pg_catalog.pg_publication AS p, pg_catalog.pg_extension AS e
 WHERE p.pubname = 'pggit' AND e.extname = 'pggit';
