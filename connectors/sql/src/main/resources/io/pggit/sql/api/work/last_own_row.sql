-- Number of the last audit row of the caller's transaction; 0 when it has none.
CREATE OR REPLACE FUNCTION pggit.last_own_row() RETURNS bigint
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(max(a.seq), 0) FROM pggit.ddl_audit AS a
     WHERE a.xid = pg_current_xact_id_if_assigned() AND a.transaction_at = now()
$$
