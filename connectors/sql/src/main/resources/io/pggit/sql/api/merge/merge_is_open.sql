-- Whether a merge was not given up.
CREATE OR REPLACE FUNCTION pggit.merge_is_open(p_merge uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT m.status <> 'aborted' FROM pggit.merge_work AS m WHERE m.id = p_merge $$
