-- Plans a merge all of whose conflicts are resolved; NULL while one is open. SQL of somebody's own runs with the rights of
-- whoever resolves last, so all of it has to be of the same login.
CREATE OR REPLACE FUNCTION pggit.resume_merge(p_merge uuid, p_runner text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work   pggit.merge_work;
    plan   jsonb;
    own    jsonb;
    writer text;
BEGIN
    IF EXISTS (SELECT FROM pggit.conflict AS c WHERE c.merge_id = p_merge AND c.resolution IS NULL) THEN
        RETURN NULL;
    END IF;
    SELECT m.* INTO STRICT work FROM pggit.merge_work AS m WHERE m.id = p_merge;
    IF (pggit.tips() ->> work.target) IS NULL THEN
        RAISE EXCEPTION 'Target branch % not found', work.target
              USING ERRCODE = '42704', HINT = 'pggit.abort_merge() gives the merge up.';
    END IF;
    SELECT jsonb_agg(jsonb_build_object('id', c.id, 'sql', c.resolved_ddl) ORDER BY c.id),
           min(c.resolved_session) FILTER (WHERE c.resolved_session <> session_user)
      INTO own, writer
      FROM pggit.conflict AS c
     WHERE c.merge_id = p_merge AND c.resolution = 'custom';
    IF writer IS NOT NULL THEN
        RAISE EXCEPTION 'The SQL of another login is part of this merge: %', writer
              USING ERRCODE = '42501',
                    HINT = 'It would run with your rights. Let them resolve the last conflict, or open theirs again (UPDATE '
                           'pggit.merge_conflicts SET resolved = false) and resolve it yourself.';
    END IF;
    IF own IS NOT NULL THEN
        PERFORM pggit.require_target(work);
    END IF;
    plan := pggit.plan_merge(p_merge, p_runner);
    IF (plan ->> 'conflict_count')::bigint > 0 THEN
        RAISE WARNING 'Merge of % into % has % more conflict(s)', work.source, work.target, plan ->> 'conflict_count'
              USING HINT = 'pggit.conflicts lists them.';
    ELSIF (plan ->> 'up_to_date')::boolean AND own IS NULL THEN
        UPDATE pggit.merge_work AS m
           SET status = 'completed', commit_sha = plan ->> 'target_sha', plan = NULL, plan_xid = NULL,
               ended_at = clock_timestamp(), ended_by = pggit.caller()
         WHERE m.id = p_merge;
        PERFORM pggit.mark_source(work.source, work.source_sha);
        RETURN NULL;
    END IF;
    RETURN CASE WHEN own IS NULL THEN plan ELSE plan || jsonb_build_object('own', own) END;
END
$$
