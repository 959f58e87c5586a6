-- pggit.register_intent for a caller whose search path is p_path.
CREATE OR REPLACE FUNCTION pggit.store_intent(
    p_agent_id text, p_feature_name text, p_schema_changes text[], p_tables_affected text[], p_branch_name text,
    p_risk_level text, p_metadata jsonb, p_path name[]) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    began   CONSTANT timestamptz := clock_timestamp();
    changes CONSTANT text[] := array_remove(coalesce(p_schema_changes, '{}'), NULL);
    touched jsonb;
    branch  text := p_branch_name;
    made    uuid;
BEGIN
    PERFORM pggit.check_word('Agent', p_agent_id, NULL);
    PERFORM pggit.check_word('Feature name', p_feature_name, NULL);
    PERFORM pggit.check_word('Risk level', p_risk_level, ARRAY['low', 'medium', 'high']);
    IF cardinality(changes) = 0 AND cardinality(coalesce(p_tables_affected, '{}')) = 0 THEN
        RAISE EXCEPTION 'An intent needs schema changes or tables'
              USING ERRCODE = '22023', HINT = 'Give the statements you are about to run, or the tables you are about to change.';
    END IF;
    IF jsonb_typeof(coalesce(p_metadata, '{}')) <> 'object' THEN
        RAISE EXCEPTION 'Metadata of an intent must be an object' USING ERRCODE = '22023';
    ELSIF (p_metadata ->> 'starts_at')::timestamptz > (p_metadata ->> 'ends_at')::timestamptz THEN
        RAISE EXCEPTION 'An intent cannot end before it starts' USING ERRCODE = '22023';
    END IF;
    SELECT coalesce(jsonb_agg(DISTINCT a), '[]') INTO touched
      FROM pggit.ask('targets', jsonb_build_object(
               'statements', changes, 'tables', array_remove(p_tables_affected, NULL), 'path', p_path)) AS a;
    -- one after the other, so that of two that overlap one sees the other
    LOCK TABLE pggit.intent IN SHARE ROW EXCLUSIVE MODE;
    IF branch IS NULL THEN
        branch := pggit.intent_branch(p_feature_name);
    ELSE
        PERFORM pggit.check_name('Branch', branch);
        IF EXISTS (SELECT FROM pggit.intent AS i
                    WHERE i.branch_name = branch AND i.status NOT IN ('completed', 'merged', 'abandoned')) THEN
            RAISE EXCEPTION 'Branch % is reserved by another intent', branch USING ERRCODE = '42710';
        END IF;
    END IF;
    INSERT INTO pggit.intent (
        agent_id, feature_name, branch_name, schema_changes, tables_affected, targets, risk_level, status, metadata, created_by)
    VALUES (
        p_agent_id, p_feature_name, branch, changes,
        coalesce((SELECT array_agg(DISTINCT t ->> 'object') FROM jsonb_array_elements(touched) AS t WHERE t ->> 'kind' = 'TABLE'),
                 '{}'),
        touched, p_risk_level, 'registered', coalesce(p_metadata, '{}'), pggit.caller())
    RETURNING id INTO made;
    IF pggit.note_intent_conflicts(made) > 0 THEN
        UPDATE pggit.intent SET status = 'conflicted' WHERE id = made;
    END IF;
    PERFORM pggit.note_call(began);
    RETURN made;
END
$$
