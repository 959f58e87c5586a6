-- Resolves a conflict: the target's value stays (ours), the source's is taken (theirs), or custom_sql runs in the merge.
-- Resolving the last one completes the merge; what that would destroy is refused and named unless p_discard_data. Custom SQL is
-- not looked at. No SET clause: custom_sql is to see the caller's search path.
CREATE OR REPLACE FUNCTION pggit.resolve_conflict(conflict_id integer, resolution text, custom_sql text DEFAULT NULL,
                                                  p_discard_data boolean DEFAULT false)
RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    PERFORM pggit.resolve(conflict_id, resolution, custom_sql, pg_catalog.current_setting('search_path'), p_discard_data);
END
$$
