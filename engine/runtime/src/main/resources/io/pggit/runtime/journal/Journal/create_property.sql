-- Single facts about the journal: incarnation, database, end.
CREATE TABLE property (
  name  text PRIMARY KEY NOT NULL,
  value text NOT NULL
) WITHOUT ROWID, STRICT
