-- What commits did to objects.
CREATE TABLE commit_change (
  ordinal       integer NOT NULL,
  number        integer NOT NULL,
  line          integer NOT NULL, -- of the commit
  type          text NOT NULL, -- create, alter, drop
  path          text NOT NULL,
  object_id     text NOT NULL, -- JSON: kind, schema, name, signature
  previous_path text,          -- only for a rename
  previous_id   text,          -- likewise, JSON
  PRIMARY KEY (ordinal, number)
) WITHOUT ROWID, STRICT
