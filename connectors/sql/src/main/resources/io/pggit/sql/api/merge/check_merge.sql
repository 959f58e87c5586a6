-- Compares the live schema with what the plan of a merge promises, in the transaction that ran it. Raises where they differ.
CREATE OR REPLACE FUNCTION pggit.check_merge(p_merge uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    work        pggit.merge_work := pggit.merge_being_run(p_merge);
    differences text;
BEGIN
    SELECT string_agg(a ->> 'difference', E'\n') INTO differences
      FROM pggit.ask('merge_check', jsonb_build_object(
               'source', work.source_sha, 'target', work.target_sha, 'strategy', work.strategy, 'live', true,
               'answers', pggit.merge_answers(p_merge), 'refused', work.refused)) AS a;
    IF differences IS NOT NULL THEN
        RAISE EXCEPTION 'The plan of the merge did not lead to the merged schema'
              USING ERRCODE = 'XX000', DETAIL = left(differences, 10000),
                    HINT = 'Nothing was changed. This is an error of pgGit; please report it.';
    END IF;
    UPDATE pggit.merge_work AS m SET checked = true WHERE m.id = p_merge;
END
$$
