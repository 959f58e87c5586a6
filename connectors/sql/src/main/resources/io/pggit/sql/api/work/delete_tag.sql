-- Removes a tag; true.
CREATE OR REPLACE FUNCTION pggit.delete_tag(p_name text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began   CONSTANT timestamptz := clock_timestamp();
    commit_ text;
BEGIN
    IF p_name IS NULL THEN
        RAISE EXCEPTION 'Tag name cannot be NULL' USING ERRCODE = '22004';
    END IF;
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    DELETE FROM pggit.tag_name AS t WHERE t.name = p_name RETURNING t.sha INTO commit_;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Tag % not found', left(p_name, 255) USING ERRCODE = '42704';
    END IF;
    PERFORM pggit.record_operation('delete_tag', jsonb_build_object('name', p_name, 'sha', commit_));
    PERFORM pggit.note_call(began);
    RETURN true;
END
$$
