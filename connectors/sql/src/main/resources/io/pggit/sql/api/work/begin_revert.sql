-- The first part of a revert, with the rights of pgGit: checks, and the plan.
-- result   {sha, summary, since, snapshot, statements, losses}
CREATE OR REPLACE FUNCTION pggit.begin_revert(p_ref text, p_runner text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    plan jsonb;
BEGIN
    IF p_ref IS NULL THEN
        RAISE EXCEPTION 'Revision cannot be NULL' USING ERRCODE = '22004';
    END IF;
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    PERFORM pggit.require_settled('revert');
    plan := jsonb_build_object('since', pggit.last_own_row(), 'snapshot', pg_current_snapshot()::text);
    SELECT plan || a INTO STRICT plan
      FROM pggit.ask('revert_plan', jsonb_build_object(
               'revision', p_ref, 'elsewhere', EXISTS (SELECT FROM pggit.committed_elsewhere),
               'runner', p_runner, 'server', current_setting('server_version_num')::integer)) AS a;
    RETURN plan;
END
$$
