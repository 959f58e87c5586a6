-- A merged branch that is committed to is active again, and a branch that a session named for itself exists; that the live schema
-- has what is on another branch than HEAD's is noted. The statements of a plan belong to no branch.
CREATE OR REPLACE FUNCTION pggit.follow_branch() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF current_setting('pggit.plan', true) = 'running' THEN
        RETURN NULL;
    END IF;
    UPDATE pggit.branch AS b SET status = 'ACTIVE', merged_at = NULL, merged_by = NULL
     WHERE b.name = NEW.branch AND b.status = 'MERGED';
    IF NEW.branch <> 'HEAD' AND NOT EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = NEW.branch)
            AND EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = 'main') THEN
        INSERT INTO pggit.branch (name, parent_branch, created_by) VALUES (NEW.branch, 'main', NEW.effective_role)
            ON CONFLICT DO NOTHING;
    END IF;
    IF NEW.event <> 'operation' AND NEW.branch <> (SELECT h.branch FROM pggit.head AS h) THEN
        INSERT INTO pggit.committed_elsewhere (seq) VALUES (NEW.seq) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$
