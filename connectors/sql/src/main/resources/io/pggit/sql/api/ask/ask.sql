-- Asks the engine and waits for its answer: one row per element of the answer. See pggit.pose() and pggit.answer().
CREATE OR REPLACE FUNCTION pggit.ask(p_kind text, p_args jsonb DEFAULT '{}') RETURNS SETOF jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    now CONSTANT timestamptz := clock_timestamp();
BEGIN
    RETURN QUERY SELECT a FROM pggit.answer(pggit.pose(p_kind, p_args), p_kind, now) AS a;
END
$$
