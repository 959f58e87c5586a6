-- Writes a row for each table that a command is about to rewrite, temporary ones left out.
CREATE OR REPLACE FUNCTION pggit.record_table_rewrite() RETURNS event_trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET lc_messages = 'C' SET datestyle = 'ISO, MDY' SET intervalstyle = 'postgres'
    SET timezone = 'UTC' SET bytea_output = 'hex' SET quote_all_identifiers = off SET extra_float_digits = 1
    SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    stack     text;
    actor     CONSTANT jsonb := pggit.take_actor();
    rewritten CONSTANT oid := pg_event_trigger_table_rewrite_oid();
    ran       record;
BEGIN
    GET DIAGNOSTICS stack = PG_CONTEXT;
    IF EXISTS (SELECT FROM pg_class AS c WHERE c.oid = rewritten AND c.relpersistence = 't') THEN
        RETURN;
    END IF;
    ran := pggit.statement_of(tg_tag, stack);
    PERFORM pggit.append('ddl', 'table_rewrite', tg_tag, actor, ran, NULL, NULL, jsonb_build_object(
        'objid', rewritten::bigint, 'reasons', pg_event_trigger_table_rewrite_reason()));
END
$$;
ALTER FUNCTION pggit.record_table_rewrite() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.record_table_rewrite() FROM PUBLIC;
