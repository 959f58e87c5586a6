-- Whether this database was made as a copy of another that has pgGit, and is still taken for it. What pg_upgrade made is none.
CREATE OR REPLACE FUNCTION pggit.is_copy() RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT NOT EXISTS (
               SELECT FROM pggit.incarnation AS i, pg_control_system() AS s, pg_database AS d
                WHERE d.datname = current_database() AND i.database = d.oid
                  AND i.system_identifier = s.system_identifier)
           AND NOT pggit.is_taken_over()
$$
