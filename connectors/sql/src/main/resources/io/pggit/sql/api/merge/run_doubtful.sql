-- Runs a statement of a plan whose text was merged by line, as the caller: a routine's body is looked at with their search path.
CREATE OR REPLACE FUNCTION pggit.run_doubtful(statement text, path text) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp SET check_function_bodies = on SET client_min_messages = warning
AS $$
BEGIN
    PERFORM set_config('pggit.plan', 'running', true);
    IF statement ~ '^CREATE OR REPLACE (FUNCTION|PROCEDURE) ' THEN
        PERFORM set_config('search_path', path, true);
    END IF;
    EXECUTE statement;
    PERFORM pg_catalog.set_config('pggit.plan', '', true);
END
$$
