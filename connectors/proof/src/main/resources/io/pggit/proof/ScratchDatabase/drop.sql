-- The statement that drops a database, with whoever is still connected to it.
-- ? text   its name
-- rows     one: statement (text)
-- locks    none
SELECT pg_catalog.format('DROP DATABASE IF EXISTS %I WITH (FORCE)', ?::text) AS statement
