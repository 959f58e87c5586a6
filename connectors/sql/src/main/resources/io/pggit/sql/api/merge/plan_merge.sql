-- Has the engine plan a merge into the tip its target has now. Conflicts are noted, and the merge awaits resolution; else its
-- row has the plan, good for this transaction. Returns the plan, with the number of conflicts as conflict_count.
CREATE OR REPLACE FUNCTION pggit.plan_merge(p_merge uuid, p_runner text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work  pggit.merge_work;
    live  boolean;
    told  jsonb;
    noted bigint;
BEGIN
    SELECT m.* INTO STRICT work FROM pggit.merge_work AS m WHERE m.id = p_merge;
    live := work.target = (SELECT h.branch FROM pggit.head AS h);
    told := jsonb_build_object('live', live, 'since', pggit.last_own_row(), 'snapshot', pg_current_snapshot()::text);
    SELECT told || a INTO STRICT told
      FROM pggit.ask('merge_plan', jsonb_build_object(
               'source', work.source_sha, 'target', work.target, 'strategy', work.strategy, 'live', live,
               'elsewhere', EXISTS (SELECT FROM pggit.committed_elsewhere),
               'answers', pggit.merge_answers(p_merge), 'refused', work.refused,
               'runner', p_runner, 'server', current_setting('server_version_num')::integer)) AS a;
    noted := coalesce(jsonb_array_length(told -> 'conflicts'), 0);
    IF noted > 0 THEN
        PERFORM pggit.note_conflicts(p_merge, told -> 'conflicts');
    END IF;
    UPDATE pggit.merge_work AS m
       SET status = CASE WHEN noted > 0 THEN 'awaiting_resolution' ELSE m.status END,
           target_sha = told ->> 'target_sha',
           base_sha = told ->> 'base_sha',
           plan = CASE WHEN noted = 0 THEN told END,
           plan_xid = CASE WHEN noted = 0 THEN pg_current_xact_id() END,
           checked = false
     WHERE m.id = p_merge;
    RETURN (told - 'conflicts') || jsonb_build_object('merge_id', p_merge, 'conflict_count', noted);
END
$$
