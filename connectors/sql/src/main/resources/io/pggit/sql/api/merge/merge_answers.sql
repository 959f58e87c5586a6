-- What was answered to the conflicts of a merge, as the engine takes it.
CREATE OR REPLACE FUNCTION pggit.merge_answers(p_merge uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'resolution', c.resolution) ORDER BY c.id), '[]')
      FROM pggit.conflict AS c
     WHERE c.merge_id = p_merge AND c.resolution IS NOT NULL
$$
