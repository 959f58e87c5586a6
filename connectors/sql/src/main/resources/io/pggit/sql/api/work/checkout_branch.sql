-- A checkout of a branch.
CREATE OR REPLACE FUNCTION pggit.checkout_branch(p_branch_name text) RETURNS text
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT pggit.move_head(p_branch_name, false, true, false) $$
