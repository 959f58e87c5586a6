-- The writers for mode available: the command goes on whatever becomes of its record, and a loss is announced. It has none of the
-- writers' settings, one of which pggit_owner may have lost the right to. A command that is cancelled, or that begins, leaves no
-- marker: the first is not done, and the second would get a transaction id, which DROP INDEX CONCURRENTLY must not have.
CREATE OR REPLACE FUNCTION pggit.try_record() RETURNS event_trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    done    boolean;
    stack   text;
    code    text;
    message text;
    place   text;
BEGIN
    -- assignments: a query would add a line to the stack that the writers read
    CASE tg_event
        WHEN 'ddl_command_start' THEN done := pggit.record_attempt(tg_tag);
        WHEN 'sql_drop' THEN done := pggit.record_sql_drop(tg_tag);
        WHEN 'table_rewrite' THEN done := pggit.record_table_rewrite(tg_tag);
        WHEN 'ddl_command_end' THEN done := pggit.record_ddl_command_end(tg_tag);
    END CASE;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, message = MESSAGE_TEXT, place = PG_EXCEPTION_CONTEXT;
    GET DIAGNOSTICS stack = PG_CONTEXT;
    IF tg_event = 'ddl_command_start' THEN
        RAISE WARNING 'pgGit could not note that this command begins (SQLSTATE %)', code;
        RETURN;
    END IF;
    BEGIN
        PERFORM pggit.record_loss(tg_event, tg_tag, stack, code, message, place);
    EXCEPTION WHEN OTHERS THEN
        RAISE WARNING 'pgGit did not record this command (SQLSTATE %), nor that it did not (SQLSTATE %)', code, SQLSTATE
              USING HINT = 'The schema is changed. The next comparison finds what this left.';
    END;
END
$$;
ALTER FUNCTION pggit.try_record() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.try_record() FROM PUBLIC;
