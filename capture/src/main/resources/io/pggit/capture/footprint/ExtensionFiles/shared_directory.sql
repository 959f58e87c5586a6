-- Where the server keeps the files of its extensions, one folder up; superusers only.
-- rows     one: directory (text), as the server names it on its own machine
SELECT c.setting AS directory
  FROM pg_catalog.pg_config() AS c
 WHERE c.name = 'SHAREDIR'
