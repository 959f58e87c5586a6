-- What alerts, the dashboard and recommendations judge by, in one object. Never raises: what cannot be known has its reason
-- under "unknown".
CREATE OR REPLACE FUNCTION pggit.monitor() RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    engine  jsonb := '{}';
    damaged text[];
    differs text[];
    merges  record;
BEGIN
    BEGIN
        SELECT f || jsonb_build_object('store_bytes', s -> 'store_bytes') INTO engine
          FROM pggit.ask('figures') AS f, pggit.ask('status') AS s;
        SELECT array_agg(i.check_name || ': ' || i.details) FILTER (WHERE i.check_name <> 'LIVE_SCHEMA_MATCHES_HEAD'),
               array_agg(i.details) FILTER (WHERE i.check_name = 'LIVE_SCHEMA_MATCHES_HEAD')
          INTO damaged, differs
          FROM pggit_v0.validate_data_integrity() AS i
         WHERE i.status <> 'OK';
    EXCEPTION WHEN OTHERS THEN
        engine := jsonb_build_object('unknown', SQLERRM);
    END;
    SELECT m.merges, m.since INTO merges FROM pggit.open_merges() AS m;
    RETURN engine || jsonb_build_object(
        'damaged', coalesce(to_jsonb(damaged), '[]'), 'drift', coalesce(to_jsonb(differs), '[]'),
        'backlog', coalesce(pggit.engine_backlog(), 0), 'disarmed', to_jsonb(pggit.disarmed_triggers()),
        'merges', merges.merges, 'merge_since', merges.since);
END
$$
