-- Compares an intent with the open ones of others, and notes where they touch the same; returns how often they do. Of one table
-- different columns are a warning, the same column is an error. Where both say when, by starts_at and ends_at in their metadata, and
-- are at the same table at the same time, that is a warning of its own.
CREATE OR REPLACE FUNCTION pggit.note_intent_conflicts(p_intent uuid) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH target AS (
        SELECT i.id, i.agent_id, t ->> 'kind' AS kind, t ->> 'object' AS object, t ->> 'part' AS part
          FROM pggit.intent AS i, jsonb_array_elements(i.targets) AS t
         WHERE i.id = p_intent OR i.status IN ('registered', 'in_progress', 'pending_review', 'conflicted')
    ), shared AS (
        SELECT DISTINCT theirs.id AS other,
               CASE WHEN 'DEPENDENCY' IN (mine.kind, theirs.kind) THEN 'dependency' ELSE lower(mine.kind) END AS kind,
               CASE WHEN mine.kind = theirs.kind THEN concat_ws('.', mine.object, quote_ident(mine.part)) ELSE mine.object END
                   AS object
          FROM target AS mine
          JOIN target AS theirs
            ON theirs.object = mine.object AND theirs.id <> mine.id AND theirs.agent_id <> mine.agent_id
           AND (theirs.kind = mine.kind AND theirs.part IS NOT DISTINCT FROM mine.part AND mine.kind <> 'DEPENDENCY'
                OR mine.kind = 'DEPENDENCY' AND theirs.kind = 'TABLE' OR mine.kind = 'TABLE' AND theirs.kind = 'DEPENDENCY')
         WHERE mine.id = p_intent
    ), timed AS (
        SELECT i.id, tstzrange((i.metadata ->> 'starts_at')::timestamptz, (i.metadata ->> 'ends_at')::timestamptz, '[]') AS period
          FROM pggit.intent AS i
         WHERE jsonb_typeof(i.metadata) = 'object' AND i.metadata ?& ARRAY['starts_at', 'ends_at']
    ), conflict AS (
        SELECT s.other, s.kind, array_agg(s.object ORDER BY s.object) AS objects
          FROM (SELECT a.other, a.kind, a.object FROM shared AS a
                UNION ALL
                SELECT a.other, 'timing', a.object
                  FROM shared AS a
                  JOIN timed AS mine ON mine.id = p_intent
                  JOIN timed AS theirs ON theirs.id = a.other AND theirs.period && mine.period
                 WHERE a.kind = 'table') AS s
         GROUP BY s.other, s.kind
    ), noted AS (
        INSERT INTO pggit.intent_conflict (intent_a, intent_b, conflict_type, affected_objects, severity, resolution_suggestions)
        SELECT c.other, p_intent, c.kind, c.objects, CASE WHEN c.kind IN ('column', 'function') THEN 'error' ELSE 'warning' END,
               CASE c.kind
                   WHEN 'column' THEN ARRAY['Agree on one definition of the column', 'Let one of the two go first']
                   WHEN 'function' THEN ARRAY['Agree on one body of the function', 'Let one of the two go first']
                   WHEN 'timing' THEN ARRAY['Do one of the two at another time']
                   WHEN 'dependency' THEN ARRAY['Merge the change of the table before what leans on it']
                   ELSE ARRAY['Different attributes merge by themselves; merge often', 'Let one of the two go first']
               END
          FROM conflict AS c
        ON CONFLICT DO NOTHING
        RETURNING 1
    )
    SELECT count(*) FROM noted
$$
