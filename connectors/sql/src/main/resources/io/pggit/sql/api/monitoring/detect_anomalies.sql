-- What is out of the ordinary; an ordinary history gives no rows.
CREATE OR REPLACE FUNCTION pggit_v0.detect_anomalies() RETURNS TABLE (anomaly_type text, severity text, details text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    begun     CONSTANT timestamptz := clock_timestamp();
    posed     CONSTANT uuid := pggit.pose('figures', '{}');
    untracked CONSTANT text[] := ARRAY(
        SELECT d.object_name FROM pggit.live_differences(false) AS d WHERE d.difference = 'not at HEAD');
    figures   CONSTANT jsonb := (SELECT a FROM pggit.answer(posed, 'figures', begun) AS a);
BEGIN
    RETURN QUERY
    SELECT 'VERY_LARGE_OBJECT', 'WARNING', 'a stored definition has ' || pg_size_pretty((figures ->> 'largest')::bigint)
     WHERE (figures ->> 'largest')::bigint > 10485760
    UNION ALL
    SELECT 'LARGE_COMMIT', 'INFO', format('commit %s changes %s objects', c ->> 'sha', c ->> 'changes')
      FROM jsonb_array_elements(figures -> 'large_commits') AS c
    UNION ALL
    SELECT 'UNTRACKED_OBJECT', 'WARNING', u.name || ' is live but not at HEAD' FROM unnest(untracked) AS u (name)
    UNION ALL
    SELECT 'ORPHANED_COMMIT', 'INFO', format('no branch, tag or HEAD reaches commit %s: %s', o ->> 'sha', o ->> 'message')
      FROM jsonb_array_elements(figures -> 'orphans') AS o;
END
$$
