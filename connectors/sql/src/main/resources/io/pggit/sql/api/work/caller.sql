-- Whoever called: inside a function with definer rights, current_user does not tell.
CREATE OR REPLACE FUNCTION pggit.caller() RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT CASE current_setting('role') WHEN 'none' THEN session_user::text ELSE current_setting('role') END $$
