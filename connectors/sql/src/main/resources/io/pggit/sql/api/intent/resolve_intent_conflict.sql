-- Marks a conflict of two intents as looked at.
CREATE OR REPLACE FUNCTION pggit.resolve_intent_conflict(p_conflict_id integer, p_notes text DEFAULT '') RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
BEGIN
    IF p_conflict_id IS NULL THEN
        RAISE EXCEPTION 'Conflict cannot be NULL' USING ERRCODE = '22004';
    END IF;
    UPDATE pggit.intent_conflict
       SET reviewed = true, reviewed_at = clock_timestamp(), resolution_notes = coalesce(p_notes, '')
     WHERE id = p_conflict_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Conflict % not found', p_conflict_id
              USING ERRCODE = '42704', HINT = 'pggit.intent_conflicts() lists them.';
    END IF;
    PERFORM pggit.note_call(began);
END
$$
