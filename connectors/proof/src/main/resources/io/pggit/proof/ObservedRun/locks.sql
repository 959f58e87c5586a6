-- The relation locks of the current transaction.
-- rows     oid, mode (text, as ShareLock)
-- locks    ACCESS SHARE on catalogs only
SELECT l.relation AS oid, l.mode
  FROM pg_catalog.pg_locks AS l
 WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation >= 16384
