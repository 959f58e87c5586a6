-- Parents of commits, numbered from 1.
CREATE TABLE commit_parent (
  ordinal integer NOT NULL,
  number  integer NOT NULL,
  parent  integer NOT NULL,
  PRIMARY KEY (ordinal, number)
) WITHOUT ROWID, STRICT
