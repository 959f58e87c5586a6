-- The first part of a checkout, with the rights of pgGit: checks, and the plan. What the caller makes of it is checked at the end.
-- p_ref      a revision; HEAD: the branch before
-- p_create   make a branch of that name first
-- p_only     the revision must be the name of a branch
-- p_runner   the role that is going to run the statements
-- result     {already, message} or {ref, branch, sha, since, snapshot, statements, losses, message}
CREATE OR REPLACE FUNCTION pggit.begin_checkout(p_ref text, p_create boolean, p_only boolean, p_runner text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    head_  pggit.head;
    target text := p_ref;
    start  text;
    plan   jsonb;
BEGIN
    IF p_create THEN
        PERFORM pggit.check_name('Branch', p_ref);
    ELSIF p_ref IS NULL THEN
        RAISE EXCEPTION 'Branch name cannot be NULL' USING ERRCODE = '22004';
    ELSIF p_ref = '' THEN
        RAISE EXCEPTION 'Branch name cannot be empty' USING ERRCODE = '22023';
    END IF;
    PERFORM pggit.require_started();
    PERFORM pggit.lock_for_move();
    SELECT h.* INTO STRICT head_ FROM pggit.head AS h;
    IF NOT p_create AND p_ref IN ('HEAD', '@') THEN
        target := CASE WHEN head_.branch = 'HEAD' THEN coalesce(head_.previous_branch, 'main') ELSE head_.branch END;
    END IF;
    -- where sessions committed to other branches, HEAD's own schema is to be had back
    IF target = head_.branch AND NOT p_create AND NOT EXISTS (SELECT FROM pggit.committed_elsewhere) THEN
        PERFORM pggit.require_settled('checkout branch');
        RETURN jsonb_build_object('already', true, 'message', format('Already on ''%s''', target));
    END IF;
    IF p_only AND NOT EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = target) THEN
        RAISE EXCEPTION 'Branch % not found', left(target, 255) USING ERRCODE = '42704', HINT = 'pggit.list_branches() lists them.';
    END IF;
    PERFORM pggit.require_settled('checkout branch');
    IF p_create THEN
        SELECT a ->> 'sha' INTO STRICT start FROM pggit.ask('head') AS a;
        PERFORM pggit.make_branch(p_ref, start, nullif(head_.branch, 'HEAD'), NULL);
    END IF;
    plan := jsonb_build_object('ref', p_ref, 'since', pggit.last_own_row(), 'snapshot', pg_current_snapshot()::text);
    SELECT plan || a INTO STRICT plan
      FROM pggit.ask('checkout_plan', jsonb_build_object(
               'ref', target, 'runner', p_runner, 'server', current_setting('server_version_num')::integer)) AS a;
    RETURN plan || jsonb_build_object('message', CASE
        WHEN p_create THEN format('Switched to a new branch ''%s''', target)
        WHEN target = head_.branch THEN format('Already on ''%s''', target)
        WHEN plan ? 'branch' THEN format('Switched to branch ''%s''', target)
        ELSE format('HEAD is now at %s (detached)', left(plan ->> 'sha', 7)) END);
END
$$
