-- Makes a commit of the schema as it is, with a message: of what this transaction did so far, and of what went past the record.
-- Its tree may be that of the commit before. Returns its id, which is final.
CREATE OR REPLACE FUNCTION pggit.create_commit(p_message text, p_author text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
    sha   text;
BEGIN
    IF p_message IS NULL THEN
        RAISE EXCEPTION 'Commit message cannot be NULL' USING ERRCODE = '22004';
    END IF;
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    PERFORM pggit.record_drift();
    PERFORM pggit.record_operation('commit', jsonb_build_object(
        'since', 0, 'message', p_message, 'author', coalesce(p_author, pggit.caller())));
    SELECT a ->> 'sha' INTO STRICT sha FROM pggit.ask('head') AS a;
    PERFORM pggit.note_call(began);
    RETURN sha;
END
$$
