-- Names a commit for good; returns the commit.
CREATE OR REPLACE FUNCTION pggit.tag(p_name text, p_ref text DEFAULT 'HEAD', p_message text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began   CONSTANT timestamptz := clock_timestamp();
    commit_ text;
BEGIN
    PERFORM pggit.check_name('Tag', p_name);
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    SELECT a ->> 'sha' INTO commit_ FROM pggit.ask('commit', jsonb_build_object('revision', coalesce(p_ref, 'HEAD'))) AS a;
    INSERT INTO pggit.tag_name (name, sha, message, created_by) VALUES (p_name, commit_, p_message, pggit.caller())
        ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Tag % already exists', p_name USING ERRCODE = '42710';
    END IF;
    IF EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = p_name) THEN
        RAISE WARNING 'branch % hides the tag of that name', p_name;
    END IF;
    PERFORM pggit.record_operation('tag', jsonb_build_object('name', p_name, 'sha', commit_, 'message', p_message));
    PERFORM pggit.note_call(began);
    RETURN commit_;
END
$$
