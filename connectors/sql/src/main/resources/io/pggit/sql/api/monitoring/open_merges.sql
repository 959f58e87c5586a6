-- Merges that await resolution: their number, and since when the oldest does.
CREATE OR REPLACE FUNCTION pggit.open_merges() RETURNS TABLE (merges bigint, since timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF to_regclass('pggit.merge') IS NULL THEN
        RETURN QUERY SELECT 0::bigint, NULL::timestamptz;
    ELSE
        RETURN QUERY SELECT count(*), min(m.started_at) FROM pggit.merge AS m WHERE m.status = 'awaiting_resolution';
    END IF;
END
$$
