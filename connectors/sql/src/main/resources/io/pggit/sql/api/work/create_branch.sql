-- Makes a branch where another revision is (NULL: HEAD); HEAD stays where it is. Returns the branch's id.
CREATE OR REPLACE FUNCTION pggit.create_branch(
    p_branch_name text, p_parent_branch text DEFAULT 'main', p_copy_data boolean DEFAULT false) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
    start jsonb;
    made  integer;
BEGIN
    PERFORM pggit.check_name('Branch', p_branch_name);
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    BEGIN
        SELECT a INTO start FROM pggit.ask('commit', jsonb_build_object('revision', coalesce(p_parent_branch, 'HEAD'))) AS a;
    EXCEPTION WHEN undefined_object THEN
        IF SQLERRM NOT LIKE '% not found' THEN
            RAISE;
        END IF;
        RAISE EXCEPTION 'Parent branch % not found', left(p_parent_branch, 255) USING ERRCODE = '42704';
    END;
    IF p_copy_data THEN
        RAISE NOTICE 'data is not branched: every branch sees the same rows';
    END IF;
    made := pggit.make_branch(
        p_branch_name, start ->> 'sha',
        CASE WHEN p_parent_branch IS NULL THEN (SELECT nullif(h.branch, 'HEAD') FROM pggit.head AS h)
             WHEN (start ->> 'branch')::boolean THEN p_parent_branch END, NULL);
    PERFORM pggit.note_call(began);
    RETURN made;
END
$$
