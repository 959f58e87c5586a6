-- The first row of those transactions that also have rows behind a place, and so are not read yet.
-- ? bigint the place
-- ? bigint no such transaction has a row up to this seq
-- rows     one: first, the place + 1 when there is none
-- locks    ACCESS SHARE on pggit.ddl_audit
WITH p AS (SELECT ?::bigint AS place, ?::bigint AS low)
SELECT coalesce(pg_catalog.min(a.seq), p.place + 1) AS first
  FROM p
  LEFT JOIN pggit.ddl_audit AS a
    ON a.seq > p.low AND a.seq <= p.place
   AND (a.xid, a.transaction_at) IN (SELECT b.xid, b.transaction_at FROM pggit.ddl_audit AS b WHERE b.seq > p.place)
 GROUP BY p.place
