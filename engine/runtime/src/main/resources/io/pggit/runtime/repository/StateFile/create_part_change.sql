-- What commits did to parts of objects that were there before and after.
CREATE TABLE part_change (
  path     text NOT NULL, -- of the object, after the commit
  line     integer NOT NULL, -- of the commit
  what     text NOT NULL, -- column, constraint, …; attribute
  name     text NOT NULL, -- after the commit
  ordinal  integer NOT NULL,
  type     text NOT NULL, -- create, alter, drop
  previous text,          -- name before; only for a rename
  PRIMARY KEY (path, line, what, name, ordinal)
) WITHOUT ROWID, STRICT
