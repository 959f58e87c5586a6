-- Sets the state of a branch whose merge was opened, completed or given up.
-- merged_sha   the commit that was merged, NULL when none was
CREATE OR REPLACE FUNCTION pggit.mark_source(source_ text, merged_sha text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM pggit.merge_work AS m WHERE m.source = source_ AND m.status = 'awaiting_resolution') THEN
        UPDATE pggit.branch AS b SET status = 'CONFLICTED' WHERE b.name = source_;
    ELSIF merged_sha IS NOT NULL AND merged_sha = (pggit.tips() ->> source_) THEN
        UPDATE pggit.branch AS b
           SET status = 'MERGED', merged_at = clock_timestamp(), merged_by = pggit.caller()
         WHERE b.name = source_;
    ELSE
        UPDATE pggit.branch AS b SET status = 'ACTIVE' WHERE b.name = source_ AND b.status = 'CONFLICTED';
    END IF;
END
$$
