-- How many audit rows of the last 24 hours announce a loss. Only mode available writes such rows, and only then the table is read.
CREATE OR REPLACE FUNCTION pggit.recent_losses() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT count(*) FROM pggit.ddl_audit AS a
     WHERE (SELECT pggit.on_fault()) IS DISTINCT FROM 'strict'
       AND a.finding ->> 'kind' = 'facts_lost' AND a.recorded_at > now() - interval '24 hours'
$$
