-- Whether an engine reads this database's slot.
CREATE OR REPLACE FUNCTION pggit.engine_attached() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
               SELECT FROM pg_catalog.pg_replication_slots AS s
                 JOIN pg_catalog.pg_database AS d ON s.slot_name = 'pggit_' || d.oid
                WHERE d.datname = pg_catalog.current_database() AND s.active)
$$
