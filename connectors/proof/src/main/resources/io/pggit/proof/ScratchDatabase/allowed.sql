-- Whether the current role may create databases here.
-- rows     one: allowed (boolean)
-- locks    ACCESS SHARE on catalogs only
SELECT (r.rolsuper OR r.rolcreatedb) AND NOT pg_catalog.pg_is_in_recovery() AS allowed
  FROM pg_catalog.pg_roles AS r
 WHERE r.rolname = CURRENT_USER
