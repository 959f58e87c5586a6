-- Deletes a branch that something else reaches, or any other by force; true.
CREATE OR REPLACE FUNCTION pggit.delete_branch(branch_name text, force boolean DEFAULT false) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
BEGIN
    IF force THEN
        PERFORM pggit.require_admin('force');
    END IF;
    PERFORM pggit.remove_branch(branch_name, NOT coalesce(force, false));
    PERFORM pggit.note_call(began);
    RETURN true;
END
$$
