-- What is out of the ordinary; an ordinary history gives no rows.
CREATE OR REPLACE FUNCTION pggit_v0.detect_anomalies() RETURNS TABLE (anomaly_type text, severity text, details text)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH f AS MATERIALIZED (SELECT a AS f FROM pggit.ask('figures') AS a)
    SELECT 'VERY_LARGE_OBJECT', 'WARNING', 'a stored definition has ' || pg_size_pretty((f.f ->> 'largest')::bigint)
      FROM f WHERE (f.f ->> 'largest')::bigint > 10485760
    UNION ALL
    SELECT 'LARGE_COMMIT', 'INFO', format('commit %s changes %s objects', c ->> 'sha', c ->> 'changes')
      FROM f, jsonb_array_elements(f.f -> 'large_commits') AS c
    UNION ALL
    SELECT 'UNTRACKED_OBJECT', 'WARNING', d.object_name || ' is live but not at HEAD'
      FROM pggit.live_differences(false) AS d WHERE d.difference = 'not at HEAD'
    UNION ALL
    SELECT 'ORPHANED_COMMIT', 'INFO', format('no branch, tag or HEAD reaches commit %s: %s', o ->> 'sha', o ->> 'message')
      FROM f, jsonb_array_elements(f.f -> 'orphans') AS o
$$
