-- Makes a branch at HEAD, or where a commit, branch or tag is whose exact name is given instead of a description.
CREATE OR REPLACE FUNCTION pggit_v0.create_branch(p_branch_name text, p_description text DEFAULT '') RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
    head_ text;
    start text;
    about text := p_description;
    above text;
BEGIN
    PERFORM pggit.check_name('Branch', p_branch_name);
    IF NOT pggit.is_started() THEN
        RAISE EXCEPTION 'No commits found - cannot create branch'
              USING ERRCODE = '55000', HINT = 'Run SELECT pggit.init() first.';
    END IF;
    PERFORM pggit.lock_for_move();
    SELECT a ->> 'sha' INTO head_ FROM pggit.ask('head') AS a;
    IF p_description ~ '^[0-9a-f]{40}$' OR EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = p_description)
            OR EXISTS (SELECT FROM pggit.tag_name AS t WHERE t.name = p_description) THEN
        SELECT a ->> 'sha', CASE WHEN (a ->> 'branch')::boolean THEN p_description END INTO start, above
          FROM pggit.ask('commit', jsonb_build_object('revision', p_description)) AS a;
        about := NULL;
    ELSE
        start := head_;
        SELECT nullif(h.branch, 'HEAD') INTO above FROM pggit.head AS h;
    END IF;
    PERFORM pggit.make_branch(p_branch_name, start, above, nullif(about, ''));
    PERFORM pggit.note_call(began);
    RETURN format('%s created at %s', p_branch_name, start);
END
$$
