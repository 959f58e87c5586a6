-- What merging a branch into another (null: HEAD's) would do, without doing it: the keys of pggit.merge, status clean or
-- conflicts, each conflict with both values and what both sides did.
CREATE OR REPLACE FUNCTION pggit.merge_preview(
    p_source_branch text, p_target_branch text DEFAULT NULL, p_merge_strategy text DEFAULT 'auto') RETURNS jsonb
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    target text := coalesce(p_target_branch, pggit.get_current_branch());
    plan   jsonb;
    open   bigint;
BEGIN
    PERFORM pggit.check_name('Branch', p_source_branch);
    PERFORM pggit.check_name('Branch', target);
    SELECT a INTO plan
      FROM pggit.ask('merge_plan', jsonb_build_object(
               'source', p_source_branch, 'target', target, 'strategy', p_merge_strategy,
               'live', target = pggit.get_current_branch(), 'runner', current_user,
               'server', current_setting('server_version_num')::integer)) AS a;
    open := coalesce(jsonb_array_length(plan -> 'conflicts'), 0);
    RETURN jsonb_build_object(
        'status', CASE WHEN open > 0 THEN 'conflicts' ELSE 'clean' END, 'source', p_source_branch, 'target', target,
        'base_sha', plan -> 'base_sha', 'already_up_to_date', plan -> 'up_to_date',
        'tables_merged', coalesce(plan -> 'tables_merged', '0'), 'objects_merged', coalesce(plan -> 'objects_merged', '0'),
        'conflict_count', open,
        'conflicts', coalesce((SELECT jsonb_agg(c - 'key') FROM jsonb_array_elements(plan -> 'conflicts') AS c), '[]'),
        'ddl', coalesce(plan -> 'ddl', '[]'), 'warnings', coalesce(plan -> 'warnings', '[]'));
END
$$
