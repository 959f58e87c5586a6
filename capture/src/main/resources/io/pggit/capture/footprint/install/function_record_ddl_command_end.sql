-- Writes the row that closes a command: what it left, described anew, and what it changed without PostgreSQL saying so.
-- Only members of an extension write none: the extension has a row of its own.
-- ALTER TABLE may cost others a part, such as a foreign key: its sql_drop row, the last one of this transaction, says whom.
CREATE OR REPLACE FUNCTION pggit.record_ddl_command_end() RETURNS event_trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET lc_messages = 'C' SET datestyle = 'ISO, MDY' SET intervalstyle = 'postgres'
    SET timezone = 'UTC' SET bytea_output = 'hex' SET quote_all_identifiers = off SET extra_float_digits = 1
    SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    stack    text;
    actor    CONSTANT jsonb := pggit.take_actor();
    ran      record;
    reported record;
    objects  text;
    departed jsonb;
    lost     oid[] := '{}';
    number   bigint;
BEGIN
    GET DIAGNOSTICS stack = PG_CONTEXT;
    SELECT count(*) AS number, coalesce(bool_and(c.in_extension), false) AS all_members,
           array_agg(c.object_type) FILTER (WHERE c.objid IS NULL) AS unnamed,
           coalesce(array_agg(c.classid) FILTER (WHERE c.objid IS NOT NULL AND NOT c.in_extension), '{}') AS classes,
           coalesce(array_agg(c.objid) FILTER (WHERE c.objid IS NOT NULL AND NOT c.in_extension), '{}') AS objects,
           (SELECT CASE WHEN a.event = 'sql_drop' THEN a.dropped END FROM pggit.ddl_audit AS a
             WHERE tg_tag = 'ALTER TABLE' AND a.xid = pg_current_xact_id_if_assigned()
             ORDER BY a.seq DESC LIMIT 1) AS dropped
      INTO reported FROM pg_event_trigger_ddl_commands() AS c;
    IF reported.dropped IS NOT NULL THEN
        SELECT coalesce(array_agg(DISTINCT (d ->> 'of')::oid), '{}') INTO lost
          FROM jsonb_array_elements(reported.dropped) AS d WHERE d ? 'of';
    END IF;
    IF lost = '{}' AND (reported.all_members OR reported.number = 0 AND pggit.in_extension_script(tg_tag)) THEN
        RETURN;
    END IF;
    IF tg_tag = 'DROP EXTENSION' THEN
        PERFORM pggit.retake_rights();
    END IF;
    ran := pggit.statement_of(tg_tag, stack);
    objects := pggit.objects_touched(tg_tag, ran.script, CASE WHEN ran.callers IS NULL THEN current_query() END,
        reported.classes || array_fill('pg_class'::regclass::oid, ARRAY[cardinality(lost)]), reported.objects || lost,
        reported.unnamed);
    IF tg_tag = 'ALTER EXTENSION' THEN
        departed := pggit.joined_extension(reported.objects);
    ELSIF tg_tag LIKE 'CREATE %' OR tg_tag = 'SELECT INTO' THEN
        departed := pggit.filled_shells(reported.objects);
    END IF;
    number := pggit.append('ddl', 'ddl_command_end', tg_tag, actor, ran, objects, departed, NULL);
    IF ran.number IS NOT NULL THEN
        PERFORM pggit.note_piece(ran);
    END IF;
END
$$;
ALTER FUNCTION pggit.record_ddl_command_end() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.record_ddl_command_end() FROM PUBLIC;
