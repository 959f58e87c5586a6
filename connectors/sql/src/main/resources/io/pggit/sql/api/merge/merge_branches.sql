-- Merges as pggit.merge does, but conflicts are an error that leaves nothing behind.
CREATE OR REPLACE FUNCTION pggit.merge_branches(
    p_source_branch text, p_target_branch text DEFAULT NULL, p_message text DEFAULT NULL,
    p_discard_data boolean DEFAULT false) RETURNS text
LANGUAGE sql VOLATILE
AS $$
    SELECT pg_catalog.concat('MERGE_SUCCESS:', pg_catalog.jsonb_extract_path_text(
               pggit.merge_as($1, $2, 'auto', $3, false, pg_catalog.current_setting('search_path'), $4), 'commit_sha'))
$$
