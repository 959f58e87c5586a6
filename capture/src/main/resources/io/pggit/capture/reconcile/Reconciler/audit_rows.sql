-- Whether rows of the audit table went away or were rewritten. A set of rows by transactions that have all ended is final, and none
-- of them can have been written by a later transaction. Row versions are looked at up to 512 MB; beyond that, the statistics of
-- the server must do, which arrive some seconds late.
-- ? text   transactions before this one (xid8); the answer of the last time, or 0
-- rows     one: settled (xid8, text: what to ask with next time), kept (rows of transactions before the one asked for), settled_rows
--          (rows of transactions before settled), rewritten (rows among kept that a later transaction wrote; NULL when not looked
--          at), updated (since the statistics began)
-- locks    ACCESS SHARE on pggit.ddl_audit
WITH asked (xid) AS (
    SELECT ?::pg_catalog.xid8
), moment (next, settled, small) AS (
    SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint,
           pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()),
           pg_catalog.pg_relation_size('pggit.ddl_audit'::pg_catalog.regclass) < 536870912
)
SELECT m.settled::text AS settled,
       (SELECT count(*) FROM pggit.ddl_audit AS a WHERE a.xid < q.xid) AS kept,
       (SELECT count(*) FROM pggit.ddl_audit AS a WHERE a.xid < m.settled) AS settled_rows,
       CASE WHEN m.small THEN (
           SELECT count(*) FROM pggit.ddl_audit AS a
            WHERE a.xid < q.xid AND m.next - ((m.next - a.xmin::text::bigint) & 4294967295) >= q.xid::text::bigint) END AS rewritten,
       pg_catalog.pg_stat_get_tuples_updated('pggit.ddl_audit'::pg_catalog.regclass) AS updated
  FROM asked AS q, moment AS m
