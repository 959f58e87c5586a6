-- A merge as pggit.merge answers it.
CREATE OR REPLACE FUNCTION pggit.merge_result(p_merge uuid, p_plan jsonb) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_build_object(
               'merge_id', m.id, 'status', m.status, 'source', m.source, 'target', m.target, 'base_sha', m.base_sha,
               'commit_sha', m.commit_sha, 'already_up_to_date', false,
               'tables_merged', coalesce(p_plan -> 'tables_merged', '0'),
               'objects_merged', coalesce(p_plan -> 'objects_merged', '0'),
               'conflict_count', (SELECT count(*) FROM pggit.conflict AS c WHERE c.merge_id = m.id AND c.resolution IS NULL),
               'conflicts', coalesce((
                   SELECT jsonb_agg(jsonb_build_object(
                              'id', c.id, 'object_type', c.object_type, 'object', c.object_name,
                              'table', CASE WHEN c.object_type LIKE '%TABLE' THEN c.object_name END,
                              'attribute', c.attribute, 'type', c.conflict_type) ORDER BY c.id)
                     FROM pggit.conflict AS c
                    WHERE c.merge_id = m.id AND c.resolution IS NULL), '[]'),
               'ddl', coalesce(p_plan -> 'ddl', '[]'), 'warnings', coalesce(p_plan -> 'warnings', '[]'))
      FROM pggit.merge_work AS m
     WHERE m.id = p_merge
$$
