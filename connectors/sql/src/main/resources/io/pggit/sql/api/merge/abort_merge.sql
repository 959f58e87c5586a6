-- Gives up a merge that awaits resolution; null: the only one there is. Its conflicts go, nothing else changes.
CREATE OR REPLACE FUNCTION pggit.abort_merge(p_merge_id uuid DEFAULT NULL, p_reason text DEFAULT 'User aborted') RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
    work  pggit.merge_work;
BEGIN
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    IF p_merge_id IS NULL AND (SELECT count(*) FROM pggit.merge_work AS m WHERE m.status = 'awaiting_resolution') > 1 THEN
        RAISE EXCEPTION 'More than one merge is in progress; pass its id'
              USING ERRCODE = '55000', HINT = 'pggit.conflicts shows the merge_id of each.';
    END IF;
    SELECT m.* INTO work FROM pggit.merge_work AS m
     WHERE CASE WHEN p_merge_id IS NULL THEN m.status = 'awaiting_resolution' ELSE m.id = p_merge_id AND m.status <> 'begun' END;
    IF NOT FOUND AND p_merge_id IS NULL THEN
        RAISE EXCEPTION 'No merge in progress' USING ERRCODE = '55000';
    ELSIF NOT FOUND THEN
        RAISE EXCEPTION 'Merge % not found', p_merge_id USING ERRCODE = '42704';
    ELSIF work.status <> 'awaiting_resolution' THEN
        RAISE EXCEPTION 'Merge % is not awaiting resolution (status: %)', work.id, work.status USING ERRCODE = '55000';
    END IF;
    DELETE FROM pggit.conflict AS c WHERE c.merge_id = work.id;
    UPDATE pggit.merge_work AS m
       SET status = 'aborted', ended_at = clock_timestamp(), ended_by = pggit.caller(), reason = p_reason, plan = NULL
     WHERE m.id = work.id;
    PERFORM pggit.mark_source(work.source, NULL);
    PERFORM pggit.record_operation('merge_aborted', jsonb_build_object(
        'merge_id', work.id, 'source', work.source, 'target', work.target, 'reason', p_reason));
    PERFORM pggit.note_call(began);
END
$$
