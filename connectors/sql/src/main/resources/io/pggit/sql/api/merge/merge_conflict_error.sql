-- Raises that a merge has conflicts, for callers who want none.
CREATE OR REPLACE FUNCTION pggit.merge_conflict_error(p_merge uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work pggit.merge_work;
    open bigint;
    list text;
BEGIN
    SELECT m.* INTO STRICT work FROM pggit.merge_work AS m WHERE m.id = p_merge;
    SELECT count(*),
           string_agg(format('%s: %s %s%s', c.conflict_type, c.object_type, c.object_name, ' ' || c.attribute), E'\n'
                      ORDER BY c.id)
      INTO open, list
      FROM pggit.conflict AS c
     WHERE c.merge_id = p_merge AND c.resolution IS NULL;
    RAISE EXCEPTION 'Merge conflict: % conflict(s) between % and %', open, work.source, work.target
          USING ERRCODE = '55000', DETAIL = list,
                HINT = format('SELECT pggit.merge(%L, %L) opens the merge, so that they can be resolved one by one.',
                              work.source, work.target);
END
$$
