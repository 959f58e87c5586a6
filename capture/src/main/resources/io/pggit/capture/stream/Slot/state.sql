-- State of one replication slot.
-- ? text   name of the slot
-- rows     at most one: active_pid, confirmed_flush_lsn, lost, fits (one of ours: pgoutput in this database),
--          pinned_bytes (log the server keeps for it)
-- locks    none
SELECT s.active_pid,
       coalesce(s.confirmed_flush_lsn, '0/0')::text AS confirmed_flush_lsn,
       coalesce(s.wal_status = 'lost', false) AS lost,
       coalesce(s.plugin = 'pgoutput' AND s.database = pg_catalog.current_database(), false) AS fits,
       coalesce(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), s.restart_lsn), 0)::bigint AS pinned_bytes
  FROM pg_catalog.pg_replication_slots AS s
 WHERE s.slot_name = ?
