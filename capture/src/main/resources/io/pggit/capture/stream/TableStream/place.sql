-- The end of the log that a crash of the server leaves.
-- rows     one: place
-- locks    none
SELECT pg_catalog.pg_current_wal_flush_lsn()::text AS place
