-- Where branches and HEAD pointed, and since when.
CREATE TABLE ref_log (
  number  integer PRIMARY KEY, -- order of moves
  name    text NOT NULL,       -- of a branch, or HEAD
  at_us   integer NOT NULL,    -- microseconds since 1970
  ordinal integer              -- commit; NULL: the branch was deleted
) STRICT
