-- Runs the statements of a plan as the caller: their rights decide. An error keeps its SQLSTATE; its context has the statement.
-- statements   [{sql, ...}]
CREATE OR REPLACE FUNCTION pggit.run_plan(statements jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp SET check_function_bodies = off SET client_min_messages = warning
SET default_tablespace = '' SET default_table_access_method = 'heap'
AS $$
DECLARE
    step jsonb;
BEGIN
    PERFORM set_config('pggit.plan', 'running', true);
    FOR step IN SELECT s FROM jsonb_array_elements(statements) AS s LOOP
        EXECUTE step ->> 'sql';
    END LOOP;
    PERFORM set_config('pggit.plan', '', true);
END
$$
