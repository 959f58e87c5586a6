-- What commits did to objects.
CREATE TABLE commit_change (
  ordinal     integer NOT NULL,
  number      integer NOT NULL,
  type        text NOT NULL, -- create, alter, drop
  path        text NOT NULL,
  object_id   text NOT NULL, -- JSON: kind, schema, name, signature
  previous_id text,          -- likewise; only for a rename
  PRIMARY KEY (ordinal, number)
) WITHOUT ROWID, STRICT
