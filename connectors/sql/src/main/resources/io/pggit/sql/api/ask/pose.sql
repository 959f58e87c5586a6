-- Poses a question to the engine and returns its id. pggit.answer() waits for the answer: what can be done in between costs nothing.
-- The question travels as a non-transactional logical message through the engine's own slot, so the engine has seen
-- everything committed before it. The caller's own uncommitted audit rows travel inside the question.
-- Times in revisions are read here, by the caller's clock, zone and date style.
-- Raises 0A000 in REPEATABLE READ and SERIALIZABLE (the answer is written by another session), 57P03 when no engine is
-- attached.
CREATE OR REPLACE FUNCTION pggit.pose(p_kind text, p_args jsonb) RETURNS uuid
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    id      CONSTANT uuid := gen_random_uuid();
    pending jsonb;
    payload text;
    message text;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION 'pgGit calls need READ COMMITTED isolation'
              USING ERRCODE = '0A000', HINT = 'Begin the transaction with ISOLATION LEVEL READ COMMITTED.';
    END IF;
    IF p_kind IS NULL THEN
        RAISE EXCEPTION 'A question needs a kind' USING ERRCODE = '22004';
    ELSIF jsonb_typeof(p_args) <> 'object' THEN
        RAISE EXCEPTION 'Arguments of a question must be an object' USING ERRCODE = '22023';
    END IF;
    IF NOT pggit.engine_attached() THEN
        RAISE EXCEPTION 'No pgGit engine is attached to this database'
              USING ERRCODE = '57P03', HINT = 'Start one with "pggit serve"; "pggit doctor" tells what is missing.';
    END IF;

    SELECT jsonb_agg(to_jsonb(a) || jsonb_build_object('xid', a.xid::text::bigint) ORDER BY a.seq)
      INTO pending
      FROM pggit.ddl_audit AS a
     WHERE a.xid = pg_current_xact_id_if_assigned() AND a.transaction_at = now();
    payload := jsonb_build_object(
        'id', id, 'kind', p_kind, 'pending', coalesce(pending, '[]'),
        'args', jsonb_build_object('zone', current_setting('TimeZone')) || coalesce(p_args, '{}')
                || jsonb_build_object('times', pggit.times_in(p_args)))::text;
    message := pggit.signed(payload);
    IF current_setting('server_version_num')::integer >= 170000 THEN
        PERFORM pg_logical_emit_message(false, 'pggit.question', message, true);
    ELSE
        PERFORM pg_logical_emit_message(false, 'pggit.question', message);
    END IF;
    RETURN id;
END
$$
