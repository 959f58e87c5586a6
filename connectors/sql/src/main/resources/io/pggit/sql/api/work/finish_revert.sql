-- The last part of a revert: the live schema must be what the plan promised. Returns the id of the new commit.
CREATE OR REPLACE FUNCTION pggit.finish_revert(p_plan jsonb, p_message text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    wrong text;
    sha   text;
BEGIN
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    SELECT string_agg(a #>> '{}', ', ') INTO wrong
      FROM pggit.ask('reverted', jsonb_build_object('sha', p_plan -> 'sha')) AS a;
    PERFORM pggit.require_not_overtaken(p_plan ->> 'snapshot');
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'The revert did not give the schema that was planned: %', wrong
              USING ERRCODE = '55000', HINT = 'Nothing was changed. Something else changes the schema while the plan runs, such as '
                                              'an event trigger; or pgGit is wrong, which you should report.';
    END IF;
    PERFORM pggit.record_operation('revert', jsonb_build_object(
        'since', p_plan -> 'since', 'sha', p_plan -> 'sha', 'message', p_message));
    SELECT a ->> 'sha' INTO STRICT sha FROM pggit.ask('head') AS a;
    RETURN sha;
END
$$
