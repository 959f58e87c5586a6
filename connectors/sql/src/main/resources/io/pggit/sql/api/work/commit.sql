-- The same as pggit.create_commit.
CREATE OR REPLACE FUNCTION pggit.commit(p_message text, p_author text DEFAULT NULL) RETURNS text
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT pggit.create_commit(p_message, p_author) $$
