-- Deletes a branch, if that is allowed; its commits stay readable by their ids. Returns the commit it was at.
-- merged_only   refuse when nothing else reaches its tip
CREATE OR REPLACE FUNCTION pggit.remove_branch(name_ text, merged_only boolean, OUT sha text, OUT merged boolean)
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF name_ IS NULL THEN
        RAISE EXCEPTION 'Branch name cannot be NULL' USING ERRCODE = '22004';
    ELSIF name_ = '' THEN
        RAISE EXCEPTION 'Branch name cannot be empty' USING ERRCODE = '22023';
    END IF;
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    IF name_ IN ('main', 'master') THEN
        RAISE EXCEPTION 'Cannot delete % branch', name_ USING ERRCODE = '55006';
    ELSIF EXISTS (SELECT FROM pggit.head AS h WHERE h.branch = name_) THEN
        RAISE EXCEPTION 'Cannot delete branch %: it is checked out', name_
              USING ERRCODE = '55006', HINT = 'Check out another branch first.';
    END IF;
    IF EXISTS (SELECT FROM pggit.merge_work AS m WHERE m.target = name_ AND m.status = 'awaiting_resolution') THEN
        RAISE EXCEPTION 'Cannot delete branch %: a merge into it awaits resolution', name_
              USING ERRCODE = '55006', HINT = 'Resolve its conflicts, or give it up with pggit.abort_merge.';
    END IF;
    SELECT a ->> 'sha', (a ->> 'merged')::boolean INTO sha, merged
      FROM pggit.ask('merged', jsonb_build_object('branch', name_)) AS a;
    IF sha IS NULL THEN
        RAISE EXCEPTION 'Branch % not found', left(name_, 255) USING ERRCODE = '42704';
    ELSIF merged_only AND NOT merged THEN
        RAISE EXCEPTION 'Branch % is not fully merged. Use force => true to delete it anyway', name_
              USING ERRCODE = '55000', DETAIL = format('No other branch and no tag reaches its last commit %s.', sha);
    END IF;
    DELETE FROM pggit.branch AS b WHERE b.name = name_;
    PERFORM pggit.record_operation('delete_branch', jsonb_build_object('name', name_, 'sha', sha));
END
$$
