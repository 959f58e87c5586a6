-- Deletes a branch. What nothing else reaches is told in a warning: it stays readable by its id.
CREATE OR REPLACE FUNCTION pggit_v0.delete_branch(p_branch_name text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
    gone  record;
BEGIN
    SELECT r.sha, r.merged INTO gone FROM pggit.remove_branch(p_branch_name, false) AS r;
    IF NOT gone.merged THEN
        RAISE WARNING 'branch % was not merged; its last commit was %', p_branch_name, gone.sha;
    END IF;
    PERFORM pggit.note_call(began);
    RETURN true;
END
$$
