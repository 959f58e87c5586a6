-- Whether the story was played in this database before.
-- rows     one: played
-- locks    ACCESS SHARE on catalogs only
SELECT pg_catalog.to_regnamespace('shop') IS NOT NULL AS played
