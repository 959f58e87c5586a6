-- How long things took in the last 30 days: calls of the functions users call, ddl_capture from the begin of a statement to the end
-- of its record, wal_to_commit from the commit in PostgreSQL to that in the history.
CREATE OR REPLACE FUNCTION pggit_v0.analyze_query_performance()
RETURNS TABLE (operation text, avg_duration interval, min_duration interval, max_duration interval, sample_count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'operation', (a ->> 'average')::bigint * interval '1 microsecond', (a ->> 'least')::bigint * interval '1 microsecond',
           (a ->> 'most')::bigint * interval '1 microsecond', (a ->> 'samples')::bigint
      FROM pggit.ask('measurements') AS a
    UNION ALL
    SELECT 'ddl_capture', avg(d.took), min(d.took), max(d.took), count(*)
      FROM (SELECT a.recorded_at - a.statement_at AS took
              FROM pggit.ddl_audit AS a
             WHERE a.event = 'ddl_command_end' AND a.recorded_at > now() - interval '30 days'
               AND a.recorded_at > a.statement_at) AS d
    HAVING count(*) > 0
$$
