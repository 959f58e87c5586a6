-- Announces what somebody is about to change, and compares it with what others have announced. Reserves the name of a branch
-- without making it. Tables are read from the statements as well as from p_tables_affected; names without a schema are found by
-- the caller's search_path, which this function therefore leaves as it is.
CREATE OR REPLACE FUNCTION pggit.register_intent(
    p_agent_id text, p_feature_name text, p_schema_changes text[], p_tables_affected text[] DEFAULT NULL,
    p_branch_name text DEFAULT NULL, p_risk_level text DEFAULT 'low', p_metadata jsonb DEFAULT '{}') RETURNS uuid
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    RETURN pggit.store_intent(p_agent_id, p_feature_name, p_schema_changes, p_tables_affected, p_branch_name, p_risk_level,
                              p_metadata, pg_catalog.current_schemas(false));
END
$$
