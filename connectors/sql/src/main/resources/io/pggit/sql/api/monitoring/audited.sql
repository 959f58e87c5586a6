-- Audit rows of transactions before xid, all of which have ended: their number, and the sum of their numbers.
CREATE OR REPLACE FUNCTION pggit.audited() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_build_object('xid', h.xid::text::bigint, 'rows', count(a.seq), 'seqs', coalesce(sum(a.seq), 0))
      FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())) AS h (xid) LEFT JOIN pggit.ddl_audit AS a ON a.xid < h.xid
     GROUP BY h.xid
$$
