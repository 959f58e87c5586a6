-- The figures a dashboard shows.
CREATE OR REPLACE FUNCTION pggit_v0.get_dashboard_summary() RETURNS TABLE (category text, metric text, value text, status text)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH a AS MATERIALIZED (SELECT a AS a FROM pggit.ask('several', '{"kinds": ["figures", "status"]}') AS a),
         f AS (SELECT a.a #> '{figures,0}' AS f FROM a),
         s AS (SELECT (a.a #>> '{status,0,store_bytes}')::bigint AS bytes FROM a),
         b AS MATERIALIZED (SELECT coalesce(pggit.engine_backlog(), 0) AS bytes),
         t AS MATERIALIZED (SELECT cardinality(pggit.disarmed_triggers()) AS disarmed)
    SELECT v.* FROM f, s, b, t, LATERAL (VALUES
        ('System', 'Total Objects', f.f ->> 'objects', 'OK'),
        ('System', 'Total Commits', f.f ->> 'commits', 'OK'),
        ('System', 'Active Branches', jsonb_array_length(f.f -> 'branches')::text, 'OK'),
        ('System', 'Storage Used', pg_size_pretty(s.bytes), CASE WHEN s.bytes > 1073741824 THEN 'WARNING' ELSE 'OK' END),
        ('Activity', 'Recent Commits', f.f ->> 'recent', 'OK'),
        ('Activity', 'Last Commit', coalesce((f.f ->> 'last_commit_at')::timestamptz::text, 'none'), 'OK'),
        ('Health', 'Engine Backlog', pg_size_pretty(b.bytes), CASE WHEN b.bytes > 67108864 THEN 'WARNING' ELSE 'OK' END),
        ('Health', 'Disarmed Triggers', t.disarmed::text, CASE WHEN t.disarmed > 0 THEN 'CRITICAL' ELSE 'OK' END)
      ) AS v (category, metric, value, status)
$$
