-- The objects in which two branches, or revisions, differ: from the first to the second.
CREATE OR REPLACE FUNCTION pggit_v0.diff_branches(p_branch_name1 text, p_branch_name2 text)
RETURNS TABLE (object_path text, change_type text, branch1_definition text, branch2_definition text, ddl text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT d.object_name, d.change_type, d.old_definition, d.new_definition, d.ddl
      FROM pggit.diff(p_branch_name1, p_branch_name2) AS d
$$
