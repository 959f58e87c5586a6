-- Intents, newest first, of one status or one agent; null: all.
CREATE OR REPLACE FUNCTION pggit.list_intents(p_status text DEFAULT NULL, p_agent_id text DEFAULT NULL)
RETURNS TABLE (
    id uuid, agent_id text, feature_name text, branch_name text, schema_changes text[], tables_affected text[], risk_level text,
    status text, conflicts_with uuid[], metadata jsonb, created_at timestamptz, updated_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
BEGIN
    RETURN QUERY
    SELECT i.id, i.agent_id, i.feature_name, i.branch_name, i.schema_changes, i.tables_affected, i.risk_level, i.status,
           coalesce((SELECT array_agg(DISTINCT CASE c.intent_a WHEN i.id THEN c.intent_b ELSE c.intent_a END)
                       FROM pggit.intent_conflict AS c WHERE i.id IN (c.intent_a, c.intent_b)), '{}'),
           i.metadata, i.created_at, i.updated_at
      FROM pggit.intent AS i
     WHERE (p_status IS NULL OR i.status = p_status) AND (p_agent_id IS NULL OR i.agent_id = p_agent_id)
     ORDER BY i.created_at DESC, i.id;
    PERFORM pggit.note_call(began);
END
$$
