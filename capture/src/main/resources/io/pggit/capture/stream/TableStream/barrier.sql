-- A transaction id higher than that of anybody who has a row number by now. It must be taken, not read:
-- pg_snapshot_xmax is one above the latest transaction that is complete, and so below those that are open and newer.
-- rows     one: xid
-- locks    none
SELECT pg_catalog.pg_current_xact_id()::text AS xid
