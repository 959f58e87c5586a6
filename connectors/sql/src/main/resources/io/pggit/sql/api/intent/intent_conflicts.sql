-- Where intents touch the same: those of one intent, or all.
CREATE OR REPLACE FUNCTION pggit.intent_conflicts(p_intent_id uuid DEFAULT NULL)
RETURNS TABLE (
    id integer, intent_a uuid, intent_b uuid, conflict_type text, affected_objects text[], severity text,
    resolution_suggestions text[], reviewed boolean, reviewed_at timestamptz, resolution_notes text, created_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    began CONSTANT timestamptz := clock_timestamp();
BEGIN
    RETURN QUERY
    SELECT c.id, c.intent_a, c.intent_b, c.conflict_type, c.affected_objects, c.severity, c.resolution_suggestions, c.reviewed,
           c.reviewed_at, c.resolution_notes, c.created_at
      FROM pggit.intent_conflict AS c
     WHERE p_intent_id IS NULL OR p_intent_id IN (c.intent_a, c.intent_b)
     ORDER BY c.id;
    PERFORM pggit.note_call(began);
END
$$
