-- The objects of the live schema by PostgreSQL's own keys.
CREATE TABLE lineage (
  class_id  integer NOT NULL,
  oid       integer NOT NULL,
  path      text NOT NULL, -- names the object uniquely
  object_id text NOT NULL, -- JSON: kind, schema, name, signature
  facts     text NOT NULL, -- JSON
  parts     text NOT NULL, -- JSON
  UNIQUE (class_id, oid)
) STRICT
