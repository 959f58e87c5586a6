-- Bytes of WAL the engine has not confirmed; null when the database has no slot of pgGit.
CREATE OR REPLACE FUNCTION pggit.engine_backlog() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), s.confirmed_flush_lsn)::bigint
      FROM pg_replication_slots AS s
      JOIN pg_database AS d ON s.slot_name = 'pggit_' || d.oid
     WHERE d.datname = current_database()
$$
