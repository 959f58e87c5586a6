-- Drops a slot nobody reads.
-- ? text   name of the slot
-- rows     one, empty
-- locks    none; fails while the slot is active
SELECT pg_catalog.pg_drop_replication_slot(?)
