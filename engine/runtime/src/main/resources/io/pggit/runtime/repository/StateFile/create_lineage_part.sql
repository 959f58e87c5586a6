-- Members of objects (indexes, constraints, …) and whose they are.
CREATE TABLE lineage_part (
  class_id    integer NOT NULL,
  oid         integer NOT NULL,
  owner_class integer NOT NULL,
  owner_oid   integer NOT NULL,
  PRIMARY KEY (class_id, oid)
) WITHOUT ROWID, STRICT
