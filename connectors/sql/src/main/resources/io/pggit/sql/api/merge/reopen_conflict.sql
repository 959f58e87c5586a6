-- Opens a resolved conflict of an open merge again.
CREATE OR REPLACE FUNCTION pggit.reopen_conflict(p_conflict integer) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work pggit.merge_work;
BEGIN
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    SELECT m.* INTO work FROM pggit.merge_work AS m JOIN pggit.conflict AS c ON c.merge_id = m.id WHERE c.id = p_conflict;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Conflict % not found', coalesce(p_conflict::text, 'NULL') USING ERRCODE = '42704';
    ELSIF work.status <> 'awaiting_resolution' THEN
        RAISE EXCEPTION 'Merge % is not awaiting resolution (status: %)', work.id, work.status USING ERRCODE = '55000';
    END IF;
    UPDATE pggit.conflict AS c
       SET resolution = NULL, resolved_ddl = NULL, resolved_by = NULL, resolved_session = NULL, resolved_at = NULL
     WHERE c.id = p_conflict;
    PERFORM pggit.record_operation('conflict_reopened', jsonb_build_object('merge_id', work.id, 'conflict_id', p_conflict));
END
$$
