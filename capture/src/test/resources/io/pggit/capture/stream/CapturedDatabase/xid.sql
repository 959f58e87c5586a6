-- Takes a transaction id before the first row takes its number, as the triggers do.
-- rows     one: xid
-- locks    none
SELECT pg_catalog.pg_current_xact_id()::text AS xid
