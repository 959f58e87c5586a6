-- Makes a commit of the schema as it is, with a message; returns its id.
CREATE OR REPLACE FUNCTION pggit_v0.create_basic_commit(p_message text, p_author text DEFAULT CURRENT_USER) RETURNS text
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT pggit.create_commit(p_message, p_author) $$
