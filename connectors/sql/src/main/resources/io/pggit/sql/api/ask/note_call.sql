-- Notes how long the call took that is running, for pggit_v0.analyze_query_performance(); nobody waits for the note to arrive.
-- What only reads is one question, and noted when it is answered; what changes something notes itself when it is done.
-- p_question   the kind of question that was answered; null when the call is done
CREATE OR REPLACE FUNCTION pggit.note_call(p_began timestamptz, p_question text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    context text;
    call    record;
    place   pg_lsn;
BEGIN
    GET DIAGNOSTICS context = PG_CONTEXT;
    call := pggit.called(context);
    -- 'recorded' and 'elsewhere' are asked on the way to an answer
    IF call.operation IS NULL OR p_question IS NOT NULL AND (call.changes OR p_question IN ('recorded', 'elsewhere')) THEN
        RETURN;
    END IF;
    place := pg_logical_emit_message(false, 'pggit.question', pggit.signed(jsonb_build_object(
        'id', gen_random_uuid(), 'kind', 'measured', 'pending', '[]'::jsonb,
        'args', jsonb_build_object(
            'operation', call.operation, 'at', p_began,
            'took', (extract(epoch FROM clock_timestamp() - p_began) * 1000000)::bigint))::text));
END
$$
