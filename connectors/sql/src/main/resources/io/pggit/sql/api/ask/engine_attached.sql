-- Whether an engine reads this database's slot. While an engine only makes the slot, it is active but nobody reads it.
CREATE OR REPLACE FUNCTION pggit.engine_attached() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
               SELECT FROM pg_catalog.pg_replication_slots AS s
                 JOIN pg_catalog.pg_database AS d ON s.slot_name = 'pggit_' || d.oid
                 JOIN pg_catalog.pg_stat_get_wal_senders() AS w ON w.pid = s.active_pid
                WHERE d.datname = pg_catalog.current_database() AND w.state IN ('catchup', 'streaming'))
$$
