-- Whether pg_upgrade made this database and nobody has noted it yet: another cluster, the same number of the database, which
-- pg_upgrade keeps, and the very rows.
CREATE OR REPLACE FUNCTION pggit.is_taken_over() RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
               SELECT FROM pggit.incarnation AS i, pg_control_system() AS s, pg_database AS d
                WHERE d.datname = current_database() AND i.database = d.oid
                  AND i.system_identifier <> s.system_identifier)
       AND pggit.has_rows_as_written()
$$;
ALTER FUNCTION pggit.is_taken_over() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.is_taken_over() FROM PUBLIC;
