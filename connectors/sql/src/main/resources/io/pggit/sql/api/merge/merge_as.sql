-- pggit.merge and pggit.merge_branches for a caller whose search path is p_path.
CREATE OR REPLACE FUNCTION pggit.merge_as(
    p_source text, p_target text, p_strategy text, p_message text, p_open boolean, p_path text,
    p_discard_data boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began  CONSTANT timestamptz := clock_timestamp();
    plan   jsonb := pggit.begin_merge(p_source, p_target, p_strategy, p_message, p_open, current_user);
    result jsonb;
BEGIN
    IF (plan ->> 'up_to_date')::boolean THEN
        result := jsonb_build_object(
            'merge_id', NULL, 'status', 'completed', 'source', plan -> 'source', 'target', plan -> 'target',
            'base_sha', plan -> 'base_sha', 'commit_sha', plan -> 'target_sha', 'already_up_to_date', true,
            'tables_merged', 0, 'objects_merged', 0, 'conflict_count', 0, 'conflicts', '[]'::jsonb, 'ddl', '[]'::jsonb,
            'warnings', '[]'::jsonb);
    ELSE
        result := pggit.carry_out_merge(plan, p_open, p_path, p_discard_data);
    END IF;
    PERFORM pggit.note_call(began);
    RETURN result;
END
$$
