-- Waits for the answer to a question that pggit.pose() posed: one row per element of the answer.
-- Raises 57P03 when the engine stays silent longer than pggit.engine_timeout (10s), and whatever error the engine answers with.
CREATE OR REPLACE FUNCTION pggit.answer(p_question uuid, p_kind text, p_posed_at timestamptz) RETURNS SETOF jsonb
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    timeout CONSTANT interval := coalesce(nullif(current_setting('pggit.engine_timeout', true), ''), '10s')::interval;
    answer  pggit.reply;
    waits   integer := 0;
BEGIN
    LOOP
        SELECT r.* INTO answer FROM pggit.reply AS r WHERE r.question = p_question;
        EXIT WHEN FOUND;
        IF clock_timestamp() > p_posed_at + timeout THEN
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

    PERFORM pggit.note_call(p_posed_at, p_kind);
    RETURN QUERY SELECT e.value FROM jsonb_array_elements(answer.body) AS e;
END
$$
