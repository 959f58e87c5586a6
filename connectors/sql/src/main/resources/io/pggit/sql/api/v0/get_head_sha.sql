-- Id of HEAD's commit, 40 hexadecimal digits; null before the first one.
CREATE OR REPLACE FUNCTION pggit_v0.get_head_sha() RETURNS text
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT a ->> 'sha' FROM pggit.ask('head') AS a $$
