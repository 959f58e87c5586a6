-- Says how far an intent has come.
CREATE OR REPLACE FUNCTION pggit.update_intent(p_intent_id uuid, p_status text, p_reason text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
BEGIN
    IF p_intent_id IS NULL THEN
        RAISE EXCEPTION 'Intent cannot be NULL' USING ERRCODE = '22004';
    END IF;
    PERFORM pggit.check_word('Status', p_status, ARRAY[
        'registered', 'in_progress', 'pending_review', 'completed', 'merged', 'abandoned', 'conflicted']);
    UPDATE pggit.intent
       SET status = p_status, reason = coalesce(p_reason, reason), updated_at = clock_timestamp()
     WHERE id = p_intent_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Intent % not found', p_intent_id
              USING ERRCODE = '42704', HINT = 'pggit.list_intents() lists them.';
    END IF;
    PERFORM pggit.note_call(began);
END
$$
