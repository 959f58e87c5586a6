-- Raises 55000 when pggit.init() was never called here, or only in the database this one is a copy of.
CREATE OR REPLACE FUNCTION pggit.require_started() RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT pggit.is_started() THEN
        RAISE EXCEPTION 'pgGit is not initialised; run SELECT pggit.init()' USING ERRCODE = '55000';
    END IF;
END
$$
