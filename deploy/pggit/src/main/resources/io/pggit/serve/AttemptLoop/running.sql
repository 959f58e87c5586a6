-- The sessions that are in a transaction or run a statement.
-- rows     pid, backend_start, transaction_at, statement_at (ISO 8601, UTC; NULL when there is none)
-- locks    none
SELECT a.pid,
       pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS backend_start,
       pg_catalog.to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS transaction_at,
       pg_catalog.to_char(CASE WHEN a.state <> 'idle' THEN a.query_start END AT TIME ZONE 'UTC',
                          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS statement_at
  FROM pg_catalog.pg_stat_activity AS a
 WHERE a.datname = pg_catalog.current_database() AND (a.xact_start IS NOT NULL OR a.state <> 'idle')
