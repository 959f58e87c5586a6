-- State of capture and history, a row per component. Never raises because the engine is down: then its rows say so.
CREATE OR REPLACE FUNCTION pggit.status() RETURNS TABLE (component text, status text, details text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    engine      jsonb;
    engine_down text;
    unasked     boolean := false; -- it could not be asked, which tells nothing about it
    disarmed    CONSTANT text[] := pggit.disarmed_triggers();
    backlog     CONSTANT bigint := coalesce(pggit.engine_backlog(), 0);
    losses      CONSTANT bigint := pggit.recent_losses();
    armed       text;
    recorded    text;
    uncommitted CONSTANT boolean := pggit.has_unclosed_ddl();
    merges      record;
BEGIN
    BEGIN
        SELECT a INTO engine FROM pggit.ask('status') AS a;
    EXCEPTION
        WHEN feature_not_supported THEN
            engine_down := SQLERRM;
            unasked := pggit.engine_attached();
        WHEN OTHERS THEN
            engine_down := SQLERRM;
    END;
    armed := CASE WHEN disarmed = '{}' THEN 'all event triggers fire always'
                  ELSE 'missing or disabled: ' || array_to_string(disarmed, ', ') END;
    recorded := armed || CASE pggit.on_fault() WHEN 'strict' THEN '; a command that cannot be recorded is refused'
                                  WHEN 'available' THEN '; a command that cannot be recorded goes on'
                                  ELSE '' END
        || CASE WHEN losses > 0 THEN format('; records lost in the last 24 hours: %s', losses) ELSE '' END;
    SELECT m.merges, m.since INTO merges FROM pggit.open_merges() AS m;

    RETURN QUERY VALUES
        ('Tracking', CASE WHEN disarmed = '{}' THEN 'enabled' ELSE 'disabled' END, recorded),
        ('Deployment Mode', 'inactive', 'no deployment mode is set'),
        ('Storage', CASE WHEN (engine ->> 'store_bytes')::bigint > 1073741824 THEN 'warning' ELSE 'ok' END,
            coalesce(pg_size_pretty((engine ->> 'store_bytes')::bigint), 'unknown: ' || engine_down)),
        ('Recent Activity', 'info',
            CASE WHEN engine IS NULL THEN 'unknown: ' || engine_down
                 ELSE coalesce(format('last commit %s by %s at %s: %s', left(engine #>> '{head,sha}', 7), engine #>> '{head,author}',
                     engine #>> '{head,committed_at}', engine #>> '{head,message}'), 'no commit yet') END),
        ('Branch', (SELECT h.branch FROM pggit.head AS h),
            CASE WHEN engine IS NULL THEN 'unknown: ' || engine_down
                 ELSE coalesce(format('%s, %s ahead of main, %s behind', engine #>> '{head,sha}',
                     coalesce(engine #>> '{standing,ahead}', '0'), coalesce(engine #>> '{standing,behind}', '0')), 'no commit yet')
            END),
        ('Pending Changes',
            CASE WHEN jsonb_array_length(engine #> '{standing,differing}') > 0 THEN 'pending' ELSE 'none' END,
            CASE WHEN engine IS NULL THEN 'unknown: ' || engine_down
                 ELSE coalesce((SELECT string_agg(o.name, ', ' ORDER BY o.name)
                                  FROM jsonb_array_elements_text(engine #> '{standing,differing}') AS o (name)),
                               'no object of HEAD differs from main') END),
        ('Uncommitted', CASE WHEN uncommitted THEN 'dirty' ELSE 'clean' END,
            CASE WHEN uncommitted THEN 'this transaction changed the schema' ELSE 'this transaction changed no schema' END),
        ('Merge', CASE WHEN merges.merges > 0 THEN 'awaiting_resolution' ELSE 'none' END,
            CASE WHEN merges.merges > 0 THEN format('merges that await resolution: %s, the oldest since %s', merges.merges, merges.since)
                 ELSE 'no merge awaits resolution' END),
        ('Engine', CASE WHEN engine IS NULL AND NOT unasked THEN 'down' WHEN backlog > 67108864 THEN 'lagging' ELSE 'ok' END,
            coalesce(CASE WHEN unasked THEN 'attached, but not asked: ' ELSE '' END || engine_down, format('answered; %s transactions in the journal, %s of WAL behind', engine ->> 'journal_index',
                pg_size_pretty(backlog)))),
        ('triggers', CASE WHEN disarmed = '{}' THEN 'enabled' ELSE 'disabled' END, armed);
END
$$
