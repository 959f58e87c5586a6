-- How far the log is, and when a transaction was last prepared that may still commit.
-- rows     one: place, prepared_at (ISO 8601, UTC; NULL when there is none)
-- locks    none
SELECT pg_catalog.pg_current_wal_insert_lsn()::text AS place,
       (SELECT pg_catalog.to_char(pg_catalog.max(p.prepared) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
          FROM pg_catalog.pg_prepared_xacts AS p
         WHERE p.database = pg_catalog.current_database()) AS prepared_at
