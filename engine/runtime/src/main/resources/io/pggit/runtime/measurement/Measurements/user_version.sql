-- The version of a file's format.
-- rows     one: the number
PRAGMA user_version
