-- What the schema is for, and which statements made it: an engine compares their digest with that of its own.
COMMENT ON SCHEMA pggit IS 'pgGit: records every schema change of this database (SQL /* digest */)';
