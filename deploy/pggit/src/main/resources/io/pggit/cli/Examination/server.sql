-- What pgGit needs of the server and of the role that logs in; works also where pgGit is not installed.
-- rows       one: version_num, version, standby, wal_level, slots, max_slots, walsenders, max_walsenders, role,
--            superuser, replication, event_triggers ("on", "off"; NULL before PostgreSQL 17), installed
-- locks      ACCESS SHARE on catalogs only
SELECT pg_catalog.current_setting('server_version_num')::integer AS version_num,
       pg_catalog.current_setting('server_version') AS version,
       pg_catalog.pg_is_in_recovery() AS standby,
       pg_catalog.current_setting('wal_level') AS wal_level,
       (SELECT pg_catalog.count(*) FROM pg_catalog.pg_replication_slots) AS slots,
       pg_catalog.current_setting('max_replication_slots')::integer AS max_slots,
       (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_replication) AS walsenders,
       pg_catalog.current_setting('max_wal_senders')::integer AS max_walsenders,
       r.rolname AS role,
       r.rolsuper AS superuser,
       r.rolreplication AS replication,
       pg_catalog.current_setting('event_triggers', true) AS event_triggers,
       pg_catalog.to_regclass('pggit.ddl_audit') IS NOT NULL AS installed
  FROM pg_catalog.pg_roles AS r
 WHERE r.rolname = current_user
