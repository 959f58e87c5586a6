-- What an engine must know of a server before it attaches.
-- rows       one: version, version_num, standby, wal_level, role, superuser, installed, system_identifier, database_oid,
--            database_name
-- locks      ACCESS SHARE on catalogs only
SELECT pg_catalog.current_setting('server_version') AS version,
       pg_catalog.current_setting('server_version_num')::integer AS version_num,
       pg_catalog.pg_is_in_recovery() AS standby,
       pg_catalog.current_setting('wal_level') AS wal_level,
       r.rolname AS role,
       r.rolsuper AS superuser,
       EXISTS (SELECT FROM pg_catalog.pg_class AS p
                 JOIN pg_catalog.pg_namespace AS n ON n.oid = p.relnamespace
                WHERE n.nspname = 'pggit' AND p.relname = 'ddl_audit') AS installed,
       c.system_identifier::text AS system_identifier,
       d.oid::bigint AS database_oid,
       d.datname AS database_name
  FROM pg_catalog.pg_roles AS r, pg_catalog.pg_control_system() AS c, pg_catalog.pg_database AS d
 WHERE r.rolname = current_user AND d.datname = pg_catalog.current_database()
