-- How long things took, by day.
CREATE TABLE measured (
  day       text NOT NULL, -- ISO 8601, UTC
  operation text NOT NULL,
  samples   integer NOT NULL,
  total_us  integer NOT NULL,
  least_us  integer NOT NULL,
  most_us   integer NOT NULL,
  PRIMARY KEY (day, operation)
) WITHOUT ROWID, STRICT
