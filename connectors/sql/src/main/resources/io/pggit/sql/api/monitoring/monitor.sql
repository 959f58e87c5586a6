-- What alerts, the dashboard and recommendations judge by, in one object. Never raises: what cannot be known has its reason
-- under "unknown"; "unasked" tells that the engine is there and only this session cannot ask it.
CREATE OR REPLACE FUNCTION pggit.monitor() RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    begun   CONSTANT timestamptz := clock_timestamp();
    posed   uuid;
    told    jsonb;
    engine  jsonb := '{}';
    damaged text[];
    differs text[];
    merges  record;
BEGIN
    BEGIN
        posed := pggit.pose('several', pggit.audited() || '{"kinds": ["figures", "status", "integrity"], "recent": true}');
        SELECT array_agg(d.object_name || ' (' || d.difference || ')') INTO differs FROM pggit.live_differences(false) AS d;
        SELECT a INTO told FROM pggit.answer(posed, 'several', begun) AS a;
        engine := told #> '{figures,0}' || jsonb_build_object('store_bytes', told #> '{status,0,store_bytes}');
        SELECT array_agg(i.check_name || ': ' || i.details) INTO damaged
          FROM pggit.integrity(told -> 'integrity') AS i WHERE i.status <> 'OK';
    EXCEPTION
        WHEN feature_not_supported THEN
            engine := jsonb_build_object('unknown', SQLERRM, 'unasked', pggit.engine_attached());
        WHEN OTHERS THEN
            engine := jsonb_build_object('unknown', SQLERRM);
    END;
    SELECT m.merges, m.since INTO merges FROM pggit.open_merges() AS m;
    RETURN engine || jsonb_build_object(
        'damaged', coalesce(to_jsonb(damaged), '[]'), 'drift', CASE WHEN differs IS NULL THEN '[]' ELSE jsonb_build_array(array_to_string(differs[1:20], ', ')) END,
        'backlog', coalesce(pggit.engine_backlog(), 0), 'disarmed', to_jsonb(pggit.disarmed_triggers()), 'losses', pggit.recent_losses(),
        'merges', merges.merges, 'merge_since', merges.since);
END
$$
