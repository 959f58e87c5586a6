-- Shows a branch as pggit.current_branch: in this session until the transaction is rolled back, and in sessions to come.
CREATE OR REPLACE FUNCTION pggit.show_branch(branch text) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM set_config('pggit.current_branch', branch, false);
    PERFORM pggit.remember_branch(branch);
END
$$
