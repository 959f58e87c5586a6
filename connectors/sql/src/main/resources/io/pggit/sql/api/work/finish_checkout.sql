-- The last part of a checkout: the live schema must be what the plan promised, and nobody may have come in between. Then HEAD
-- moves. Whoever calls it without the other parts gains nothing, since facts decide.
CREATE OR REPLACE FUNCTION pggit.finish_checkout(p_plan jsonb) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wrong text;
BEGIN
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    SELECT string_agg(a #>> '{}', ', ') INTO wrong
      FROM pggit.ask('checked_out', jsonb_build_object('sha', p_plan -> 'sha', 'branch', p_plan -> 'branch')) AS a;
    PERFORM pggit.require_not_overtaken(p_plan ->> 'snapshot');
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'Checkout of % did not give its schema: %', p_plan ->> 'ref', wrong
              USING ERRCODE = '55000', HINT = 'Nothing was changed. Something else changes the schema while the plan runs, such as '
                                              'an event trigger; or pgGit is wrong, which you should report.';
    END IF;
    PERFORM pggit.record_operation('checkout', jsonb_build_object(
        'since', p_plan -> 'since', 'ref', p_plan -> 'ref', 'branch', p_plan -> 'branch', 'sha', p_plan -> 'sha'));
    UPDATE pggit.head AS h
       SET previous_branch = CASE WHEN h.branch = 'HEAD' THEN h.previous_branch ELSE h.branch END,
           branch = coalesce(p_plan ->> 'branch', 'HEAD'),
           detached_sha = CASE WHEN p_plan ->> 'branch' IS NULL THEN p_plan ->> 'sha' END;
    DELETE FROM pggit.committed_elsewhere;
    PERFORM pggit.show_branch((SELECT h.branch FROM pggit.head AS h));
    RETURN p_plan ->> 'message';
END
$$
