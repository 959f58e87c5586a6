-- Where branches pointed, and since when.
CREATE TABLE ref_log (
  name    text NOT NULL,
  at_us   integer NOT NULL, -- microseconds since 1970
  number  integer NOT NULL, -- order of moves
  ordinal integer,          -- commit; NULL: the branch was deleted
  PRIMARY KEY (name, at_us, number)
) WITHOUT ROWID, STRICT
