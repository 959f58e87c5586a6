-- Which database this is. A copy has the row of its source, and is known by that.
CREATE TABLE IF NOT EXISTS pggit.incarnation (
    only_row          boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    system_identifier bigint NOT NULL,
    database          oid NOT NULL
);
ALTER TABLE pggit.incarnation OWNER TO pggit_owner;
REVOKE ALL ON TABLE pggit.incarnation FROM PUBLIC;
INSERT INTO pggit.incarnation (system_identifier, database)
SELECT s.system_identifier, d.oid
  FROM pg_catalog.pg_control_system() AS s, pg_catalog.pg_database AS d
 WHERE d.datname = pg_catalog.current_database()
    ON CONFLICT DO NOTHING;
