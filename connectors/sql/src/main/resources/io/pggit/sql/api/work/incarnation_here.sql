-- Notes it once.
INSERT INTO pggit.incarnation (system_identifier, database)
SELECT s.system_identifier, d.oid
  FROM pg_catalog.pg_control_system() AS s, pg_catalog.pg_database AS d
 WHERE d.datname = pg_catalog.current_database()
    ON CONFLICT DO NOTHING
