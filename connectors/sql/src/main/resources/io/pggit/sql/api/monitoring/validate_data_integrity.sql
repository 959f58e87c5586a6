-- Checks of everything stored: content is read and its ids are computed again, the audit table is compared with the engine's
-- journal, the live schema with HEAD.
CREATE OR REPLACE FUNCTION pggit_v0.validate_data_integrity()
RETURNS TABLE (check_name text, status text, details text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    -- all transactions before this one have ended
    horizon   CONSTANT bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
    audited   record;
    differing text[];
BEGIN
    SELECT count(*) AS rows, coalesce(sum(a.seq), 0) AS seqs INTO audited
      FROM pggit.ddl_audit AS a
     WHERE a.xid < horizon::text::xid8;
    RETURN QUERY
    SELECT a ->> 'check', CASE WHEN (a ->> 'failures')::bigint = 0 THEN 'OK' ELSE 'FAILED' END, a ->> 'details'
      FROM pggit.ask('integrity', jsonb_build_object('xid', horizon, 'rows', audited.rows, 'seqs', audited.seqs)) AS a;
    BEGIN
        SELECT array_agg(d.object_name || ' (' || d.difference || ')') INTO differing FROM pggit.live_differences() AS d;
    EXCEPTION WHEN OTHERS THEN
        differing := ARRAY[SQLERRM];
    END;
    RETURN QUERY
    SELECT 'LIVE_SCHEMA_MATCHES_HEAD', CASE WHEN differing IS NULL THEN 'OK' ELSE 'FAILED' END,
           coalesce(array_to_string(differing[1:20], ', '), 'the live schema was described again and compared');
END
$$
