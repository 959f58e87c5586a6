-- The branch HEAD names; HEAD when it names none.
CREATE OR REPLACE FUNCTION pggit.get_current_branch() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT h.branch FROM pggit.head AS h $$
