-- How far projections that keep their position here have come.
CREATE TABLE position (
  name              text PRIMARY KEY NOT NULL,
  transaction_index integer NOT NULL
) WITHOUT ROWID, STRICT
