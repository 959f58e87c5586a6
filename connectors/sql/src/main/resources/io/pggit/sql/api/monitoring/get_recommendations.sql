-- What an administrator should do; one row of priority INFO when there is nothing.
CREATE OR REPLACE FUNCTION pggit_v0.get_recommendations() RETURNS TABLE (priority text, recommendation text, rationale text)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH a AS MATERIALIZED (
        SELECT a.priority, a.remedy, a.message FROM pggit.alerts(pggit.monitor()) AS a WHERE a.priority IS NOT NULL
    )
    SELECT * FROM (
        SELECT a.priority, a.remedy, a.message FROM a
        UNION ALL
        SELECT 'INFO', 'System is well-maintained', 'No check found anything' WHERE NOT EXISTS (SELECT FROM a)) AS r
     ORDER BY array_position(ARRAY['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'], r.priority)
$$
