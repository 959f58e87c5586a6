-- Branches and their tips.
CREATE TABLE branch (
  name    text PRIMARY KEY NOT NULL,
  ordinal integer NOT NULL
) WITHOUT ROWID, STRICT
