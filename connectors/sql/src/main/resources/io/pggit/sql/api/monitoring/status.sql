-- State of capture and history, a row per component. Never raises because the engine is down: then its rows say so.
CREATE OR REPLACE FUNCTION pggit.status() RETURNS TABLE (component text, status text, details text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    engine      jsonb;
    engine_down text;
    armed       bigint;
    expected    CONSTANT bigint := 8;
    uncommitted bigint;
BEGIN
    BEGIN
        SELECT a INTO engine FROM pggit.ask('status') AS a;
    EXCEPTION WHEN cannot_connect_now OR feature_not_supported THEN
        engine_down := SQLERRM;
    END;
    SELECT count(*) INTO armed FROM pg_event_trigger AS t WHERE t.evtname LIKE 'pggit\_%' AND t.evtenabled = 'A';
    SELECT count(*) INTO uncommitted FROM pggit.ddl_audit AS a WHERE a.xid = pg_current_xact_id_if_assigned();

    RETURN QUERY VALUES
        ('Tracking', CASE WHEN armed = expected THEN 'enabled' ELSE 'disabled' END,
            format('%s of %s event triggers fire always', armed, expected)),
        ('Deployment Mode', 'inactive', 'no deployment mode is set'),
        ('Storage', CASE WHEN (engine ->> 'store_bytes')::bigint > 1073741824 THEN 'warning' ELSE 'ok' END,
            coalesce(pg_size_pretty((engine ->> 'store_bytes')::bigint), 'unknown: ' || engine_down)),
        ('Recent Activity', 'info',
            CASE WHEN engine IS NULL THEN 'unknown: ' || engine_down
                 ELSE coalesce(format('last commit %s by %s at %s: %s', left(engine #>> '{head,sha}', 7), engine #>> '{head,author}',
                     engine #>> '{head,committed_at}', engine #>> '{head,message}'), 'no commit yet') END),
        ('Branch', (SELECT h.branch FROM pggit.head AS h),
            CASE WHEN engine IS NULL THEN 'unknown: ' || engine_down ELSE coalesce(engine #>> '{head,sha}', 'no commit yet') END),
        ('Pending Changes', 'none', 'HEAD is on main'),
        ('Uncommitted', CASE WHEN uncommitted > 0 THEN 'dirty' ELSE 'clean' END,
            format('%s audit rows of this transaction', uncommitted)),
        ('Merge', 'none', 'no merge is in progress'),
        ('Engine', CASE WHEN engine IS NULL THEN 'down' ELSE 'ok' END,
            coalesce(engine_down, format('answered; %s transactions in the journal', engine ->> 'journal_index'))),
        ('triggers', CASE WHEN armed = expected THEN 'enabled' ELSE 'disabled' END,
            format('%s of %s', armed, expected));
END
$$
