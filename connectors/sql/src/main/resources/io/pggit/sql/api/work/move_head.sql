-- A checkout in its three parts; the middle one with the caller's rights.
CREATE OR REPLACE FUNCTION pggit.move_head(p_ref text, p_create boolean, p_only boolean, p_discard_data boolean) RETURNS text
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began   CONSTANT timestamptz := clock_timestamp();
    plan    CONSTANT jsonb := pggit.begin_checkout(p_ref, coalesce(p_create, false), p_only, current_user::text);
    message text;
BEGIN
    PERFORM pggit.guard_data(plan -> 'losses', coalesce(p_discard_data, false), 'Checkout');
    IF plan ? 'already' THEN
        message := plan ->> 'message';
    ELSE
        PERFORM pggit.run_plan(plan -> 'statements');
        message := pggit.finish_checkout(plan);
    END IF;
    PERFORM pggit.note_call(began);
    RETURN message;
END
$$
