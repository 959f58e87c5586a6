-- Whether the describing functions are installed, in the form this release needs.
-- rows     one: installed (boolean)
-- locks    ACCESS SHARE on catalogs only
SELECT pg_catalog.to_regprocedure('pggit.describe_all()') IS NOT NULL
   AND pg_catalog.to_regprocedure('pggit.uses(oid, oid)') IS NOT NULL AS installed
