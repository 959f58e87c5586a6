-- A schema for the describing functions, in a transaction that is rolled back.
-- locks    none that anybody waits for
CREATE SCHEMA IF NOT EXISTS pggit
