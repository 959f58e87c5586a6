-- Makes the merge commit, after the plan has run: its tree is what is live then, or, where the target is not HEAD, what the
-- plan says. Returns the merge as pggit.merge answers it.
CREATE OR REPLACE FUNCTION pggit.finish_merge(p_merge uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work pggit.merge_work := pggit.merge_being_run(p_merge);
    live CONSTANT boolean := (work.plan ->> 'live')::boolean;
    made jsonb;
BEGIN
    PERFORM pggit.lock_for_move();
    IF live AND NOT work.checked THEN
        PERFORM pggit.check_merge(p_merge);
    END IF;
    PERFORM pggit.require_not_overtaken(work.plan ->> 'snapshot');
    IF live <> EXISTS (SELECT FROM pggit.head AS h WHERE h.branch = work.target) THEN
        RAISE EXCEPTION 'HEAD moved while the merge was carried out; try again' USING ERRCODE = '40001';
    END IF;
    PERFORM pggit.record_operation('merge', jsonb_build_object(
        'since', work.plan -> 'since', 'merge_id', work.id, 'source', work.source, 'target', work.target,
        'source_sha', work.source_sha, 'target_sha', work.target_sha, 'base_sha', work.base_sha,
        'strategy', work.strategy, 'message', work.message,
        -- of a live target: what was live before the merge already
        'tree', CASE WHEN NOT live THEN coalesce(work.plan -> 'tree', '[]') ELSE nullif(work.plan -> 'tree', '[]') END));
    SELECT a INTO made FROM pggit.ask('merge_made', jsonb_build_object('branch', work.target)) AS a;
    IF made -> 'parents' <> jsonb_build_array(work.target_sha, work.source_sha) THEN
        RAISE EXCEPTION 'The schema changed while the plan was made; try again' USING ERRCODE = '40001';
    END IF;
    UPDATE pggit.merge_work AS m
       SET status = 'completed', commit_sha = made ->> 'sha', plan = NULL, plan_xid = NULL,
           ended_at = clock_timestamp(), ended_by = pggit.caller()
     WHERE m.id = p_merge;
    UPDATE pggit.branch AS b SET status = 'ACTIVE', merged_at = NULL, merged_by = NULL
     WHERE b.name = work.target AND b.status = 'MERGED';
    PERFORM pggit.mark_source(work.source, work.source_sha);
    RETURN pggit.merge_result(p_merge, work.plan);
END
$$
