-- Begins a merge: looks whether it may be, and has it planned. Where it has conflicts it is left open, or, with p_open false,
-- an error. Returns what pggit.plan_merge returns; there is no merge_id where nothing is to be merged.
CREATE OR REPLACE FUNCTION pggit.begin_merge(
    p_source text, p_target text, p_strategy text, p_message text, p_open boolean, p_runner text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    head_branch   text;
    tips          jsonb;
    target_branch text;
    source_sha    text;
    plan          jsonb;
    work          uuid;
BEGIN
    PERFORM pggit.check_name('Branch', p_source);
    IF p_target IS NOT NULL THEN
        PERFORM pggit.check_name('Branch', p_target);
    END IF;
    IF p_strategy IS NULL OR p_strategy NOT IN ('auto', 'ours', 'theirs') THEN
        RAISE EXCEPTION 'Invalid merge strategy: %. Use auto, ours, or theirs', coalesce(left(p_strategy, 100), 'NULL')
              USING ERRCODE = '22023';
    END IF;
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    PERFORM pggit.require_settled('merge');
    SELECT h.branch INTO head_branch FROM pggit.head AS h;
    target_branch := coalesce(p_target, head_branch);
    IF p_target IS NULL AND head_branch = 'HEAD' THEN
        RAISE EXCEPTION 'HEAD is detached: no branch to merge into'
              USING ERRCODE = '55000', HINT = 'Name the target branch, or check one out.';
    END IF;
    tips := pggit.tips();
    source_sha := tips ->> p_source;
    IF source_sha IS NULL THEN
        RAISE EXCEPTION 'Source branch % not found', p_source
              USING ERRCODE = '42704', HINT = 'pggit.list_branches() lists the branches.';
    END IF;
    IF (tips ->> target_branch) IS NULL THEN
        RAISE EXCEPTION 'Target branch % not found', target_branch
              USING ERRCODE = '42704', HINT = 'pggit.list_branches() lists the branches.';
    END IF;
    SELECT m.id INTO work FROM pggit.merge_work AS m
     WHERE m.target = target_branch AND m.status = 'awaiting_resolution';
    IF FOUND THEN
        RAISE EXCEPTION 'A merge into % is already in progress', target_branch
              USING ERRCODE = '55000', DETAIL = format('Its id is %s.', work),
                    HINT = 'pggit.conflicts lists what is to be resolved; pggit.abort_merge() gives it up.';
    END IF;
    DELETE FROM pggit.merge_work AS m WHERE m.status = 'begun';

    INSERT INTO pggit.merge_work AS m (source, target, strategy, message, status, source_sha, target_sha)
    VALUES (p_source, target_branch, p_strategy,
            coalesce(p_message, format('Merge branch ''%s'' into %s', p_source, target_branch)), 'begun', source_sha, '')
    RETURNING m.id INTO work;
    plan := pggit.plan_merge(work, p_runner);
    IF (plan ->> 'up_to_date')::boolean THEN
        DELETE FROM pggit.merge_work AS m WHERE m.id = work;
        RETURN plan - 'merge_id' || jsonb_build_object('source', p_source, 'target', target_branch);
    END IF;
    IF (plan ->> 'conflict_count')::bigint > 0 THEN
        PERFORM pggit.open_merge(work, p_open);
    END IF;
    RETURN plan;
END
$$
