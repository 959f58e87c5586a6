-- The version of the server.
-- rows     one: number (180006), version ('18.6')
SELECT pg_catalog.current_setting('server_version_num')::integer AS number,
       pg_catalog.current_setting('server_version') AS version
