-- SQL of somebody's own runs on the live schema, so the target of its merge has to be HEAD.
CREATE OR REPLACE FUNCTION pggit.require_target(p_merge pggit.merge_work) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF p_merge.target IS DISTINCT FROM (SELECT h.branch FROM pggit.head AS h) THEN
        RAISE EXCEPTION 'A custom resolution needs branch % checked out', p_merge.target
              USING ERRCODE = '55000', HINT = format('SELECT pggit.checkout(%L) first.', p_merge.target);
    END IF;
END
$$
