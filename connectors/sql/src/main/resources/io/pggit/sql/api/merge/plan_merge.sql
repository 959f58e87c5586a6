-- Has the engine plan a merge into the tip its target has now. Conflicts are noted, and the merge awaits resolution; else its
-- row has the plan, good for this transaction. Returns the plan, with the number of conflicts as conflict_count.
CREATE OR REPLACE FUNCTION pggit.plan_merge(p_merge uuid, p_runner text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work  pggit.merge;
    live  boolean;
    plan  jsonb;
    noted bigint;
BEGIN
    SELECT m.* INTO STRICT work FROM pggit.merge AS m WHERE m.id = p_merge;
    live := work.target = (SELECT h.branch FROM pggit.head AS h);
    SELECT a INTO plan
      FROM pggit.ask('merge_plan', jsonb_build_object(
               'source', work.source_sha, 'target', work.target, 'strategy', work.strategy, 'live', live,
               'answers', pggit.merge_answers(p_merge), 'refused', work.refused,
               'runner', p_runner, 'server', current_setting('server_version_num')::integer)) AS a;
    noted := jsonb_array_length(plan -> 'conflicts');
    IF noted > 0 THEN
        PERFORM pggit.note_conflicts(p_merge, plan -> 'conflicts');
    END IF;
    UPDATE pggit.merge AS m
       SET status = CASE WHEN noted > 0 THEN 'awaiting_resolution' ELSE m.status END,
           target_sha = plan ->> 'target_sha',
           base_sha = plan ->> 'base_sha',
           plan = CASE WHEN noted > 0 THEN NULL ELSE plan_merge.plan || jsonb_build_object('live', live) END,
           plan_xid = CASE WHEN noted > 0 THEN NULL ELSE pg_current_xact_id() END,
           checked = false
     WHERE m.id = p_merge;
    RETURN (plan - 'conflicts') || jsonb_build_object('merge_id', p_merge, 'live', live, 'conflict_count', noted);
END
$$
