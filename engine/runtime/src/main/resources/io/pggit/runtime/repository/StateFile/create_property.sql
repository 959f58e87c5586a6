-- Single facts: the journal's incarnation, and the position in it.
CREATE TABLE property (
  name  text PRIMARY KEY NOT NULL,
  value text NOT NULL
) WITHOUT ROWID, STRICT
