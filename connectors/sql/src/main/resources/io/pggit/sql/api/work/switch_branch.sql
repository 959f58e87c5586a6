-- A checkout of a branch.
CREATE OR REPLACE FUNCTION pggit.switch_branch(p_branch_name text) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM pggit.move_head(p_branch_name, false, true, false);
END
$$
