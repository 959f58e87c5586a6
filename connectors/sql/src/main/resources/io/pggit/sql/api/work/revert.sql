-- Takes back what a commit did by one more commit on HEAD; what came later stays. Returns the new commit.
-- p_message   NULL: says which commit
CREATE OR REPLACE FUNCTION pggit.revert(p_ref text, p_message text DEFAULT NULL, p_discard_data boolean DEFAULT false)
RETURNS text
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
    plan  CONSTANT jsonb := pggit.begin_revert(p_ref, current_user::text);
    sha   text;
BEGIN
    PERFORM pggit.guard_data(plan -> 'losses', coalesce(p_discard_data, false), 'Revert');
    PERFORM pggit.run_plan(plan -> 'statements');
    sha := pggit.finish_revert(plan, coalesce(p_message, format('Revert "%s"', plan ->> 'summary')));
    PERFORM pggit.note_call(began);
    RETURN sha;
END
$$
