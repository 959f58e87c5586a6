-- Whether rows of the audit table went away or were rewritten. A set of rows by transactions that have all ended is final.
-- ? text   transactions before this one (xid8); the answer of the last time, or 0
-- rows     one: settled (xid8, text: what to ask with next time), kept (rows of transactions before the one asked for), settled_rows
--          (rows of transactions before settled), updated, deleted (since the statistics of the server began)
-- locks    ACCESS SHARE on pggit.ddl_audit
SELECT pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text AS settled,
       (SELECT count(*) FROM pggit.ddl_audit AS a WHERE a.xid < ?::pg_catalog.xid8) AS kept,
       (SELECT count(*) FROM pggit.ddl_audit AS a
         WHERE a.xid < pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())) AS settled_rows,
       pg_catalog.pg_stat_get_tuples_updated('pggit.ddl_audit'::pg_catalog.regclass) AS updated,
       pg_catalog.pg_stat_get_tuples_deleted('pggit.ddl_audit'::pg_catalog.regclass) AS deleted
