-- Nothing of pgGit's is for PUBLIC. What the roles may do, a line each: every function, or the relation, of that name. Functions
-- that are not named are for pgGit itself.
DO $$
DECLARE
    rights CONSTANT text[] := ARRAY[
        -- everything that reads
        'reader ask', 'reader version', 'reader status', 'reader log',
        'reader get_current_branch', 'reader branches', 'reader tips', 'reader list_branches', 'reader drift', 'reader caller',
        'reader v0.get_head_sha', 'reader v0.get_commit_history', 'reader v0.list_branches', 'reader v0.refs',
        'reader v0.commit_graph',
        'reader asker', 'reader script', 'reader diff', 'reader diff_as_sql', 'reader diff_schemas', 'reader merge_base',
        'reader v0.diff_branches', 'reader get_history', 'reader get_version', 'reader object_version',
        'reader object_versions', 'reader object_blame', 'reader blame', 'reader v0.get_object_history',
        'reader v0.get_object_definition', 'reader v0.get_object_metadata', 'reader v0.get_current_schema',
        'reader conflicts', 'reader merge_conflicts', 'reader merge_preview', 'reader combined_migration', 'reader check_name',
        'reader v0.check_for_alerts', 'reader v0.get_recommendations', 'reader v0.get_dashboard_summary',
        'reader v0.analyze_query_performance', 'reader v0.analyze_storage_usage', 'reader v0.get_object_size_distribution',
        'reader v0.estimate_storage_growth', 'reader v0.validate_data_integrity', 'reader v0.detect_anomalies',
        'reader list_intents', 'reader intent_conflicts', 'reader intent_branch_conflicts',
        -- what changes refs, HEAD or intents
        'developer note_call',
        'developer register_intent', 'developer store_intent', 'developer update_intent', 'developer resolve_intent_conflict',
        'developer create_branch', 'developer delete_branch', 'developer tag', 'developer delete_tag',
        'developer create_commit', 'developer commit', 'developer v0.create_basic_commit',
        'developer v0.create_branch', 'developer v0.delete_branch',
        'developer checkout', 'developer checkout_branch', 'developer switch_branch', 'developer move_head',
        'developer begin_checkout', 'developer finish_checkout',
        'developer revert', 'developer begin_revert', 'developer finish_revert',
        'developer run_plan', 'developer guard_data', 'developer require_admin',
        'developer merge', 'developer merge_branches', 'developer merge_as', 'developer begin_merge',
        'developer carry_out_merge', 'developer run_doubtful', 'developer run_own', 'developer refuse_text',
        'developer check_merge', 'developer finish_merge', 'developer merge_result', 'developer merge_is_open',
        'developer resolve_conflict', 'developer resolve', 'developer begin_resolution', 'developer reopen_conflict',
        'developer abort_merge',
        -- what begins everything
        'admin init'];
    line     text;
    schema_  text;
    name_    text;
    role_    text;
    function record;
BEGIN
    -- those of the footprint that belong to a superuser are closed already, and would each be a warning here
    FOR function IN SELECT p.oid::pg_catalog.regprocedure::text AS signature FROM pg_catalog.pg_proc AS p
                     WHERE p.pronamespace IN ('pggit'::pg_catalog.regnamespace, 'pggit_v0'::pg_catalog.regnamespace)
                       AND pg_catalog.pg_get_userbyid(p.proowner) = CURRENT_USER LOOP
        EXECUTE pg_catalog.format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', function.signature);
    END LOOP;
    function := NULL;
    GRANT USAGE ON SCHEMA pggit, pggit_v0 TO pggit_reader;
    FOREACH line IN ARRAY rights LOOP
        role_ := 'pggit_' || pg_catalog.split_part(line, ' ', 1);
        name_ := pg_catalog.split_part(line, ' ', 2);
        schema_ := CASE WHEN name_ LIKE 'v0.%' THEN 'pggit_v0' ELSE 'pggit' END;
        name_ := pg_catalog.regexp_replace(name_, '^v0\.', '');
        FOR function IN SELECT p.oid::pg_catalog.regprocedure::text AS signature FROM pg_catalog.pg_proc AS p
                         WHERE p.pronamespace = schema_::pg_catalog.regnamespace AND p.proname = name_ LOOP
            EXECUTE pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO %I', function.signature, role_);
        END LOOP;
        IF pg_catalog.to_regclass(schema_ || '.' || name_) IS NOT NULL THEN
            EXECUTE pg_catalog.format('GRANT SELECT ON %I.%I TO %I', schema_, name_, role_);
        ELSIF function IS NULL THEN
            RAISE EXCEPTION 'nothing is called %.%', schema_, name_;
        END IF;
        function := NULL;
    END LOOP;
    -- a client puts main into the list to be sure of it
    GRANT INSERT ON pggit.branches TO pggit_developer;
    GRANT UPDATE, DELETE ON pggit.merge_conflicts TO pggit_developer;
END
$$
