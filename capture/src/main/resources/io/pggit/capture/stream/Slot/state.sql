-- State of one logical slot.
-- ? text   name of the slot
-- rows     at most one: active_pid, confirmed_flush_lsn, lost
-- locks    none
SELECT s.active_pid,
       coalesce(s.confirmed_flush_lsn, '0/0') AS confirmed_flush_lsn,
       coalesce(s.wal_status = 'lost', false) AS lost
  FROM pg_catalog.pg_replication_slots AS s
 WHERE s.slot_name = ?
