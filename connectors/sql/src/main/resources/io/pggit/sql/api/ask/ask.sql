-- Asks the engine and waits for its answer: one row per element of the answer.
-- The question travels as a non-transactional logical message through the engine's own slot, so the engine has seen
-- everything committed before it. The caller's own uncommitted audit rows travel inside the question.
-- Times in revisions are counted from the caller's now(), in the caller's time zone.
-- Raises 0A000 in REPEATABLE READ and SERIALIZABLE (the answer is written by another session), 57P03 when no engine is
-- attached or it stays silent longer than pggit.engine_timeout (10s), and whatever error the engine answers with.
CREATE OR REPLACE FUNCTION pggit.ask(p_kind text, p_args jsonb DEFAULT '{}') RETURNS SETOF jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    timeout  CONSTANT interval := coalesce(nullif(current_setting('pggit.engine_timeout', true), ''), '10s')::interval;
    id       CONSTANT uuid := gen_random_uuid();
    asked_at CONSTANT timestamptz := clock_timestamp();
    pending  jsonb;
    payload  text;
    message  text;
    answer   pggit.reply;
    context  text;
    waits    integer := 0;
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
        'args', jsonb_build_object('now', now(), 'zone', current_setting('TimeZone')) || coalesce(p_args, '{}'))::text;
    message := pggit.signed(payload);
    IF current_setting('server_version_num')::integer >= 170000 THEN
        PERFORM pg_logical_emit_message(false, 'pggit.question', message, true);
    ELSE
        PERFORM pg_logical_emit_message(false, 'pggit.question', message);
    END IF;

    LOOP
        SELECT r.* INTO answer FROM pggit.reply AS r WHERE r.question = id;
        EXIT WHEN FOUND;
        IF clock_timestamp() > asked_at + timeout THEN
            RAISE EXCEPTION 'pgGit engine did not answer within % s', extract(epoch FROM timeout)::real
                  USING ERRCODE = '57P03',
                        HINT = 'It may be catching up; try again, or raise pggit.engine_timeout.';
        END IF;
        waits := waits + 1;
        IF waits % 100 = 0 AND NOT pggit.engine_attached() THEN
            RAISE EXCEPTION 'No pgGit engine is attached to this database'
                  USING ERRCODE = '57P03', HINT = 'It stopped while it was asked; start it again with "pggit serve".';
        END IF;
        PERFORM pg_sleep(CASE WHEN waits < 20 THEN 0.0005 WHEN waits < 100 THEN 0.002 ELSE 0.01 END);
    END LOOP;

    IF answer.error IS NOT NULL THEN
        -- an empty DETAIL or HINT would be shown as an empty line
        IF coalesce(answer.error ->> 'detail', '') <> '' THEN
            RAISE EXCEPTION '%', answer.error ->> 'message'
                  USING ERRCODE = answer.error ->> 'sqlstate', DETAIL = answer.error ->> 'detail',
                        HINT = coalesce(answer.error ->> 'hint', '');
        ELSIF coalesce(answer.error ->> 'hint', '') <> '' THEN
            RAISE EXCEPTION '%', answer.error ->> 'message'
                  USING ERRCODE = answer.error ->> 'sqlstate', HINT = answer.error ->> 'hint';
        END IF;
        RAISE EXCEPTION '%', answer.error ->> 'message' USING ERRCODE = answer.error ->> 'sqlstate';
    END IF;

    -- how long it took, for pggit_v0.analyze_query_performance(); nobody waits for this to arrive
    GET DIAGNOSTICS context = PG_CONTEXT;
    PERFORM pg_logical_emit_message(false, 'pggit.question', pggit.signed(jsonb_build_object(
        'id', id, 'kind', 'measured', 'pending', '[]'::jsonb,
        'args', jsonb_build_object(
            'operation', coalesce(pggit.called(context), p_kind), 'at', asked_at,
            'took', (extract(epoch FROM clock_timestamp() - asked_at) * 1000000)::bigint))::text));
    RETURN QUERY SELECT e.value FROM jsonb_array_elements(answer.body) AS e;
END
$$
