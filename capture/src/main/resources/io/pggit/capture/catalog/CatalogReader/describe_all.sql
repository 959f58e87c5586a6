-- Every tracked object, by the describing functions.
-- rows     element (jsonb): see pggit.describe
-- locks    ACCESS SHARE on catalogs only
SELECT element::text AS element FROM pggit.describe_all() AS element
