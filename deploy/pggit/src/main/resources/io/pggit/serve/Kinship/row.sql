-- Whether the audit table has this very row.
-- ? bigint  seq
-- ? text    xid
-- ? text    when it was recorded, ISO 8601
-- rows      none when it has not, else one: as_written (whether the table's rows are stored as they were written, not restored)
-- locks     ACCESS SHARE on pggit.ddl_audit
SELECT pggit.has_rows_as_written() AS as_written
  FROM pggit.ddl_audit AS a
 WHERE a.seq = ? AND a.xid = ?::pg_catalog.xid8 AND a.recorded_at = ?::timestamptz
