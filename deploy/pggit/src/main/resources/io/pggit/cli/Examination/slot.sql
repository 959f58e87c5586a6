-- The replication slot of this database and the WAL it holds back.
-- rows       at most one: name, active, lost, retained_bytes, keep_mb (-1: without limit)
-- locks      ACCESS SHARE on pg_database
SELECT s.slot_name AS name,
       s.active,
       coalesce(s.wal_status = 'lost', false) AS lost,
       coalesce(CASE WHEN pg_catalog.pg_is_in_recovery() THEN 0
                     ELSE pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), s.restart_lsn) END,
                0)::bigint AS retained_bytes,
       (SELECT g.setting::bigint FROM pg_catalog.pg_settings AS g WHERE g.name = 'max_slot_wal_keep_size') AS keep_mb
  FROM pg_catalog.pg_replication_slots AS s
 WHERE s.slot_name = 'pggit_' || (SELECT d.oid FROM pg_catalog.pg_database AS d
                                   WHERE d.datname = pg_catalog.current_database())
