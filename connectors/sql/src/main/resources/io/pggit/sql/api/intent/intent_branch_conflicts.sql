-- Where open intents touch what branches other than theirs have changed since they left main: those of one intent, or all.
CREATE OR REPLACE FUNCTION pggit.intent_branch_conflicts(p_intent_id uuid DEFAULT NULL)
RETURNS TABLE (intent_id uuid, branch_name text, conflict_type text, affected_objects text[], severity text)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH changed AS MATERIALIZED (
        SELECT a ->> 'branch' AS branch, a ->> 'object' AS object, a -> 'columns' AS columns FROM pggit.ask('branch_changes') AS a
    )
    SELECT i.id, c.branch, lower(t ->> 'kind'),
           array_agg(DISTINCT concat_ws('.', c.object, quote_ident(t ->> 'part'))),
           CASE WHEN t ->> 'kind' IN ('COLUMN', 'FUNCTION') THEN 'error' ELSE 'warning' END
      FROM pggit.intent AS i
     CROSS JOIN LATERAL jsonb_array_elements(i.targets) AS t
      JOIN changed AS c ON c.object = t ->> 'object' AND c.branch <> i.branch_name
     WHERE (p_intent_id IS NULL OR i.id = p_intent_id) AND i.status NOT IN ('completed', 'merged', 'abandoned')
       AND (t ->> 'kind' IN ('TABLE', 'FUNCTION', 'DEPENDENCY') OR t ->> 'kind' = 'COLUMN' AND c.columns ? (t ->> 'part'))
     GROUP BY i.id, c.branch, t ->> 'kind'
     ORDER BY 1, 2, 3
$$
