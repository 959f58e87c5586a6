-- How much there is in a file: 0 for a new one.
-- rows     one: number of tables and indexes
SELECT count(*) FROM sqlite_master
