-- Notes the version of the format.
PRAGMA user_version = 4
