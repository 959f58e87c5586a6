-- Notes how a conflict is resolved. With the last one the merge is planned into the tip its target has now: then it returns
-- what pggit.plan_merge returns, and as own the SQL of somebody's own that is to run, else NULL.
CREATE OR REPLACE FUNCTION pggit.begin_resolution(
    p_conflict integer, p_resolution text, p_custom_sql text, p_runner text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    chosen pggit.conflict;
    work   pggit.merge_work;
BEGIN
    IF p_resolution IS NULL OR p_resolution NOT IN ('ours', 'theirs', 'custom') THEN
        RAISE EXCEPTION 'Invalid resolution type: %. Use ours, theirs, or custom', coalesce(left(p_resolution, 100), 'NULL')
              USING ERRCODE = '22023';
    END IF;
    IF p_resolution = 'custom' AND coalesce(btrim(p_custom_sql, E' \t\r\n;'), '') = '' THEN
        RAISE EXCEPTION 'Resolution custom needs custom_sql'
              USING ERRCODE = '22004', HINT = 'Give the DDL that is to run as part of the merge.';
    END IF;
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    PERFORM pggit.require_settled('merge');
    SELECT c.* INTO chosen FROM pggit.conflict AS c WHERE c.id = p_conflict;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Conflict % not found', coalesce(p_conflict::text, 'NULL')
              USING ERRCODE = '42704', HINT = 'pggit.conflicts lists the conflicts.';
    END IF;
    SELECT m.* INTO STRICT work FROM pggit.merge_work AS m WHERE m.id = chosen.merge_id;
    IF chosen.resolution IS NOT NULL OR work.status <> 'awaiting_resolution' THEN
        RAISE EXCEPTION 'Conflict % is already resolved', p_conflict
              USING ERRCODE = '55000',
                    HINT = 'UPDATE pggit.merge_conflicts SET resolved = false opens it again while the merge is open.';
    END IF;
    IF p_resolution = 'custom' THEN
        PERFORM pggit.require_target(work);
    END IF;
    UPDATE pggit.conflict AS c
       SET resolution = p_resolution, resolved_ddl = CASE WHEN p_resolution = 'custom' THEN p_custom_sql END,
           resolved_by = pggit.caller(), resolved_session = session_user, resolved_at = clock_timestamp()
     WHERE c.id = p_conflict;
    PERFORM pggit.record_operation('conflict_resolved', jsonb_build_object(
        'merge_id', work.id, 'conflict_id', p_conflict, 'resolution', p_resolution));
    RETURN pggit.resume_merge(work.id, p_runner);
END
$$
