-- Runs SQL of the caller's own as part of a merge, with their search path.
CREATE OR REPLACE FUNCTION pggit.run_own(statements text, path text) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM set_config('pggit.plan', 'running', true);
    PERFORM set_config('search_path', path, true);
    EXECUTE statements;
    PERFORM pg_catalog.set_config('pggit.plan', '', true);
END
$$
