-- A merge turned out to have conflicts: it is recorded, or, with p_open false, an error.
CREATE OR REPLACE FUNCTION pggit.open_merge(p_merge uuid, p_open boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT p_open THEN
        PERFORM pggit.merge_conflict_error(p_merge);
    END IF;
    PERFORM pggit.mark_source(m.source, NULL) FROM pggit.merge_work AS m WHERE m.id = p_merge;
    PERFORM pggit.record_operation('merge_opened', jsonb_build_object(
                'merge_id', m.id, 'source', m.source, 'target', m.target, 'source_sha', m.source_sha,
                'target_sha', m.target_sha, 'base_sha', m.base_sha, 'strategy', m.strategy,
                'conflicts', (SELECT count(*) FROM pggit.conflict AS c WHERE c.merge_id = m.id)))
       FROM pggit.merge_work AS m
      WHERE m.id = p_merge;
END
$$
