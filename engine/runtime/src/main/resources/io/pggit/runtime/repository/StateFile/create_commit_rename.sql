-- What commits gave a new name.
CREATE TABLE commit_rename (
  ordinal   integer NOT NULL,
  number    integer NOT NULL,
  what      text NOT NULL,
  object_id text NOT NULL,
  old_name  text NOT NULL,
  new_name  text NOT NULL,
  PRIMARY KEY (ordinal, number)
) WITHOUT ROWID, STRICT
