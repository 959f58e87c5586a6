-- Makes a branch at a commit; for the functions that know the commit. Returns its id.
CREATE OR REPLACE FUNCTION pggit.make_branch(branch_name text, start text, parent text, about text) RETURNS integer
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    number integer;
BEGIN
    PERFORM pggit.check_name('Branch', branch_name);
    INSERT INTO pggit.branch AS b (name, parent_branch, start_sha, created_by, description)
    VALUES (branch_name, parent, start, pggit.caller(), about)
        ON CONFLICT DO NOTHING RETURNING b.id INTO number;
    IF number IS NULL THEN
        RAISE EXCEPTION 'Branch % already exists', branch_name USING ERRCODE = '42710';
    END IF;
    PERFORM pggit.record_operation('create_branch', jsonb_build_object(
        'name', branch_name, 'start', start, 'parent', parent, 'description', about));
    RETURN number;
END
$$
