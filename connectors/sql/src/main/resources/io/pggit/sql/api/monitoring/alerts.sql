-- The checks, a row each: how bad it is, what it is about, and what an administrator should do, null for nothing.
CREATE OR REPLACE FUNCTION pggit.alerts(p_monitor jsonb)
RETURNS TABLE (severity text, alert_type text, message text, priority text, remedy text)
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    WITH m AS (
        SELECT p_monitor AS m, p_monitor ->> 'unknown' AS unknown,
               coalesce((p_monitor ->> 'unasked')::boolean, false) AS unasked,
               (p_monitor ->> 'backlog')::bigint AS backlog,
               (p_monitor ->> 'losses')::bigint AS losses,
               (p_monitor ->> 'store_bytes')::bigint AS stored,
               (p_monitor ->> 'largest')::bigint AS largest,
               (p_monitor ->> 'last_commit_at')::timestamptz AS last_commit,
               (p_monitor ->> 'empty_messages')::bigint AS empty_messages,
               (p_monitor ->> 'merges')::bigint AS merges,
               (p_monitor ->> 'merge_since')::timestamptz AS merge_since,
               (SELECT array_agg(b ->> 'name' ORDER BY b ->> 'name')
                  FROM jsonb_array_elements(p_monitor -> 'branches') AS b
                 WHERE b ->> 'name' <> 'main' AND (b ->> 'at')::timestamptz < now() - interval '90 days') AS stale,
               coalesce(jsonb_array_length(p_monitor -> 'branches'), 0) AS branches
    )
    SELECT CASE WHEN c.known THEN c.severity ELSE 'INFO' END, c.alert_type,
           CASE WHEN c.known THEN c.message ELSE 'unknown: ' || m.unknown END,
           CASE WHEN c.known THEN c.priority END, c.remedy
      FROM m, LATERAL (VALUES
        (1, 'ENGINE', NOT m.unasked,
            CASE WHEN m.unknown IS NOT NULL THEN 'CRITICAL' WHEN m.backlog > 67108864 THEN 'WARNING' ELSE 'OK' END,
            coalesce(m.unknown, 'The engine answers, ' || pg_size_pretty(m.backlog) || ' of WAL behind'),
            CASE WHEN m.unknown IS NOT NULL THEN 'CRITICAL' WHEN m.backlog > 67108864 THEN 'HIGH' END,
            'Start the engine, or let it catch up'),
        (2, 'CAPTURE', true, CASE WHEN m.m -> 'disarmed' <> '[]' OR m.losses > 0 THEN 'CRITICAL' ELSE 'OK' END,
            CASE WHEN m.m -> 'disarmed' <> '[]' THEN 'Event triggers missing or disabled: ' || (m.m ->> 'disarmed')
                 WHEN m.losses > 0 THEN format('Records lost in the last 24 hours: %s', m.losses)
                 ELSE 'All event triggers fire' END,
            CASE WHEN m.m -> 'disarmed' <> '[]' OR m.losses > 0 THEN 'CRITICAL' END,
            CASE WHEN m.m -> 'disarmed' <> '[]' OR m.losses = 0 THEN 'Enable the event triggers, or install pgGit again'
                 ELSE 'Remove what the findings facts_lost name as the cause, or install pgGit again' END),
        (3, 'DATA_INTEGRITY', m.unknown IS NULL, CASE WHEN m.m -> 'damaged' = '[]' THEN 'OK' ELSE 'CRITICAL' END,
            CASE WHEN m.m -> 'damaged' = '[]' THEN 'Everything stored was read again in the last ten minutes' ELSE m.m ->> 'damaged' END,
            CASE WHEN m.m -> 'damaged' <> '[]' THEN 'CRITICAL' END,
            'Stop the engine and let it make its repository again from the journal'),
        (4, 'DRIFT', m.unknown IS NULL, CASE WHEN m.m -> 'drift' = '[]' THEN 'OK' ELSE 'WARNING' END,
            CASE WHEN m.m -> 'drift' = '[]' THEN 'The live schema is HEAD''s'
                 ELSE 'The live schema differs from HEAD: ' || (m.m -> 'drift' ->> 0) END,
            CASE WHEN m.m -> 'drift' <> '[]' THEN 'HIGH' END, 'Commit the difference with pggit.commit(), or undo it'),
        (5, 'MERGE_CONFLICTS', true, CASE WHEN m.merges > 0 THEN 'WARNING' ELSE 'OK' END,
            CASE WHEN m.merges > 0 THEN format('Merges that await resolution: %s', m.merges) ELSE 'No merge awaits resolution' END,
            CASE WHEN m.merge_since < now() - interval '24 hours' THEN 'HIGH' END,
            'Resolve the conflicts in pggit.conflicts, or abort the merge'),
        (6, 'STORAGE_HIGH', m.unknown IS NULL, CASE WHEN m.stored > 1073741824 THEN 'WARNING' ELSE 'OK' END,
            'The engine stores ' || pg_size_pretty(m.stored), CASE WHEN m.stored > 524288000 THEN 'MEDIUM' END,
            'Look for large or often changing objects with pggit_v0.get_object_size_distribution()'),
        (7, 'LARGE_OBJECT', m.unknown IS NULL, CASE WHEN m.largest > 52428800 THEN 'WARNING' ELSE 'OK' END,
            'The largest stored definition has ' || pg_size_pretty(m.largest),
            CASE WHEN m.largest > 52428800 THEN 'MEDIUM' END, 'Split the object, or keep its data out of its definition'),
        (8, 'STALE_BRANCHES', m.unknown IS NULL, CASE WHEN m.stale IS NULL THEN 'OK' ELSE 'INFO' END,
            coalesce('Untouched for 90 days: ' || array_to_string(m.stale, ', '), 'Every branch was touched in the last 90 days'),
            CASE WHEN m.stale IS NOT NULL OR m.branches > 10 THEN 'LOW' END,
            'Delete branches that are no longer needed'),
        (9, 'INACTIVITY', m.unknown IS NULL,
            CASE WHEN m.last_commit >= now() - interval '24 hours' THEN 'OK' ELSE 'INFO' END,
            CASE WHEN m.last_commit >= now() - interval '24 hours' THEN 'There were commits in the last 24 hours'
                 ELSE coalesce('The last commit was at ' || m.last_commit, 'There is no commit yet') END, NULL, NULL),
        (10, 'COMMIT_MESSAGES', m.unknown IS NULL, CASE WHEN m.empty_messages > 0 THEN 'INFO' ELSE 'OK' END,
            format('Named commits with an empty message: %s', m.empty_messages),
            CASE WHEN m.empty_messages > 0 THEN 'LOW' END, 'Say in the message why a change was made')
      ) AS c (number, alert_type, known, severity, message, priority, remedy)
     ORDER BY c.number
$$
