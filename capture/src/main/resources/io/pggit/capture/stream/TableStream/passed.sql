-- Whether every transaction with an id lower than the barrier has ended.
-- ? text   the barrier
-- rows     one: passed
-- locks    none
SELECT pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()) >= ?::xid8 AS passed
