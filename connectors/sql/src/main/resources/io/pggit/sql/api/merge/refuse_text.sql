-- PostgreSQL refused a text that was merged by line: it becomes a conflict of the merge that is being run.
-- p_key is the doubt of a statement of the plan; p_open as in pggit.begin_merge.
CREATE OR REPLACE FUNCTION pggit.refuse_text(p_merge uuid, p_key jsonb, p_open boolean, p_runner text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work pggit.merge_work;
    plan jsonb;
BEGIN
    work := pggit.merge_being_run(p_merge);
    IF NOT EXISTS (SELECT FROM jsonb_array_elements(work.plan -> 'statements') AS s WHERE s -> 'doubt' = p_key) THEN
        RAISE EXCEPTION 'No text of merge % is in doubt there', p_merge USING ERRCODE = '22023';
    END IF;
    UPDATE pggit.merge_work AS m SET refused = m.refused || jsonb_build_array(p_key) WHERE m.id = p_merge;
    plan := pggit.plan_merge(p_merge, p_runner);
    IF (plan ->> 'conflict_count')::bigint > 0 AND work.status = 'begun' THEN
        PERFORM pggit.open_merge(p_merge, p_open);
    END IF;
    RETURN plan;
END
$$
