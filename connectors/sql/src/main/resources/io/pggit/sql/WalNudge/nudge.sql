-- Flushes the WAL when something in it is not flushed yet, by committing a tiny message; else does nothing.
-- rows     at most one
-- locks    none
SELECT pg_catalog.pg_logical_emit_message(true, 'pggit.nudge', '')
 WHERE pg_catalog.pg_current_wal_insert_lsn() > pg_catalog.pg_current_wal_flush_lsn()
