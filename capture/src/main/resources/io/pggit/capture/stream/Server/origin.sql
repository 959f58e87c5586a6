-- Which server and database this is, and how its audit table is published.
-- rows     one: system_id, timeline, database, publication, wal_end, version; none when the table is not published
-- locks    ACCESS SHARE on catalogs only
SELECT (SELECT c.system_identifier::text FROM pg_catalog.pg_control_system() AS c) AS system_id,
       ('x' || pg_catalog.substr(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()), 1, 8))::bit(32)::integer
           AS timeline,
       d.oid AS database,
       pg_catalog.concat_ws('.', p.oid::text, p.xmin::text, m.oid::text, m.xmin::text, c.oid::text) AS publication,
       pg_catalog.pg_current_wal_insert_lsn()::text AS wal_end,
       pg_catalog.current_setting('server_version_num')::integer AS version
  FROM pg_catalog.pg_publication AS p
  JOIN pg_catalog.pg_publication_rel AS m ON m.prpubid = p.oid
  JOIN pg_catalog.pg_class AS c ON c.oid = m.prrelid AND c.relname = 'ddl_audit'
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = 'pggit'
  JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
 WHERE p.pubname = 'pggit'
