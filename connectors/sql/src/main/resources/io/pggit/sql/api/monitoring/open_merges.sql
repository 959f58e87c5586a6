-- Merges that await resolution: their number, and since when the oldest does.
CREATE OR REPLACE FUNCTION pggit.open_merges() RETURNS TABLE (merges bigint, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT count(*), min(m.started_at) FROM pggit.merge_work AS m WHERE m.status = 'awaiting_resolution' $$
