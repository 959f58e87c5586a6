-- Whether the audit table has this very row.
-- ? bigint  seq
-- ? text    xid
-- ? text    when it was recorded, ISO 8601
-- rows      one when it has
-- locks     ACCESS SHARE on pggit.ddl_audit
SELECT 1
  FROM pggit.ddl_audit AS a
 WHERE a.seq = ? AND a.xid = ?::pg_catalog.xid8 AND a.recorded_at = ?::timestamptz
