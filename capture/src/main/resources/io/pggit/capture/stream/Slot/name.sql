-- The name of the slot that belongs to the connected database.
-- rows     one: slot_name
-- locks    ACCESS SHARE on pg_database
SELECT 'pggit_' || d.oid AS slot_name
  FROM pg_catalog.pg_database AS d
 WHERE d.datname = pg_catalog.current_database()
