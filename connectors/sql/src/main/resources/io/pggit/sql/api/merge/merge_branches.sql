-- Merges as pggit.merge does, but conflicts are an error that leaves nothing behind.
CREATE OR REPLACE FUNCTION pggit.merge_branches(
    p_source_branch text, p_target_branch text DEFAULT NULL, p_message text DEFAULT NULL,
    p_discard_data boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    RETURN pg_catalog.concat('MERGE_SUCCESS:', pg_catalog.jsonb_extract_path_text(
        pggit.merge_as(p_source_branch, p_target_branch, 'auto', p_message, false,
                       pg_catalog.current_setting('search_path'), p_discard_data), 'commit_sha'));
END
$$
