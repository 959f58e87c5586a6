-- This database's slot.
-- rows     none or one: slot_name, active, plugin, wal_status, behind (text: how much WAL waits to be confirmed)
SELECT s.slot_name, s.active, s.plugin, s.wal_status,
       pg_catalog.pg_size_pretty(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), s.confirmed_flush_lsn)) AS behind
  FROM pg_catalog.pg_replication_slots AS s
  JOIN pg_catalog.pg_database AS d ON d.datname = s.database
 WHERE d.datname = pg_catalog.current_database() AND s.slot_name = 'pggit_' || d.oid
