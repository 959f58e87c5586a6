-- Merges a branch into another (null: HEAD's). Without conflicts the merge is made, and run where the target is HEAD; with
-- conflicts nothing is done until they are resolved. auto_resolve changes nothing: different attributes never conflict.
-- What would destroy data is refused and named unless p_discard_data.
-- No SET clause: what was merged by line is tried with the caller's search path.
CREATE OR REPLACE FUNCTION pggit.merge(
    p_source_branch text, p_target_branch text DEFAULT NULL, p_merge_strategy text DEFAULT 'auto',
    auto_resolve boolean DEFAULT true, p_discard_data boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    RETURN pggit.merge_as(p_source_branch, p_target_branch, p_merge_strategy, NULL, true,
                          pg_catalog.current_setting('search_path'), p_discard_data);
END
$$
