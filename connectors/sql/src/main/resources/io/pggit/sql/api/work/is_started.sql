-- Whether pggit.init() was called in this very database.
CREATE OR REPLACE FUNCTION pggit.is_started() RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = 'main') AND NOT pggit.is_copy()
$$
