-- A place in the log behind everything committed so far.
-- rows     one: place (pg_lsn, as text)
SELECT pg_catalog.pg_current_wal_insert_lsn()::text AS place
