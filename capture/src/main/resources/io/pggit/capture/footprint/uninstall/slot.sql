-- Drops this database's slot, if there is one; fails when somebody reads it.
-- rows     one for each slot dropped
SELECT pg_catalog.pg_drop_replication_slot(s.slot_name)
  FROM pg_catalog.pg_replication_slots AS s
  JOIN pg_catalog.pg_database AS d ON d.datname = s.database
 WHERE d.datname = pg_catalog.current_database() AND s.slot_name = 'pggit_' || d.oid
