-- Who last changed and who made an object and each of its parts at a revision, also under other names: the object first. A
-- part alone is written table.part. None for an unknown object. The name is found by the caller's search_path, which this
-- function therefore leaves as it is.
CREATE OR REPLACE FUNCTION pggit.blame(p_object text, p_ref text DEFAULT 'HEAD')
RETURNS TABLE (
    part text, name text, changed_at timestamptz, changed_by text, commit_id text, message text,
    made_at timestamptz, made_by text, made_commit_id text, made_as text)
LANGUAGE sql VOLATILE
AS $$ SELECT b.* FROM pggit.object_blame(p_object, p_ref, pg_catalog.current_schemas(false)) AS b $$
