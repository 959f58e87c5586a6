-- This database's slot of ours, if somebody reads it.
-- rows     none or one: slot_name, active_pid
SELECT s.slot_name, s.active_pid
  FROM pg_catalog.pg_replication_slots AS s
  JOIN pg_catalog.pg_database AS d ON d.datname = s.database
 WHERE d.datname = pg_catalog.current_database() AND s.slot_name = 'pggit_' || d.oid AND s.active
