-- Gives up a merge that awaits resolution; null: the only one there is. Its conflicts go, nothing else changes.
CREATE OR REPLACE FUNCTION pggit.abort_merge(p_merge_id uuid DEFAULT NULL, p_reason text DEFAULT 'User aborted') RETURNS void
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT pggit.abort(p_merge_id, p_reason, current_user) $$
