-- Tags and their commits.
CREATE TABLE tag (
  name    text PRIMARY KEY NOT NULL,
  ordinal integer NOT NULL
) WITHOUT ROWID, STRICT
