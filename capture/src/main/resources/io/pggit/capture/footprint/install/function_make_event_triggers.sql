-- Makes the event triggers, in place of those there are. Triggers of one event fire in the order of their names: the actor, then
-- the writer. ALWAYS: session_replication_role does not silence them. What it does itself is not recorded: each is off when
-- anything that fires it runs. Runs with the rights of its caller, who must be a superuser.
-- mode     strict or available
CREATE OR REPLACE FUNCTION pggit.make_event_triggers(mode text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- the script of an extension makes members of all it makes
    members CONSTANT boolean := EXISTS (SELECT FROM pg_extension AS e WHERE e.extname = 'pggit')
        AND EXISTS (SELECT FROM pg_event_trigger AS t WHERE t.evtname LIKE 'pggit\_%');
    made    record;
BEGIN
    IF mode IS NULL OR mode NOT IN ('strict', 'available') THEN
        RAISE EXCEPTION 'pgGit knows strict and available, not "%"', mode USING ERRCODE = 'invalid_parameter_value';
    END IF;
    FOR made IN SELECT t.evtname FROM pg_event_trigger AS t WHERE t.evtname LIKE 'pggit\_%' LOOP
        EXECUTE format('ALTER EVENT TRIGGER %I DISABLE', made.evtname);
    END LOOP;
    FOR made IN SELECT t.evtname, d.objid IS NOT NULL AS member
                  FROM pg_event_trigger AS t
                  LEFT JOIN pg_depend AS d ON d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e'
                 WHERE t.evtname LIKE 'pggit\_%' LOOP
        IF made.member THEN
            EXECUTE format('ALTER EXTENSION pggit DROP EVENT TRIGGER %I', made.evtname);
        END IF;
        EXECUTE format('DROP EVENT TRIGGER %I', made.evtname);
    END LOOP;
    FOR made IN SELECT format('pggit_%s_%s', v.event, v.part) AS name, v.event,
                       CASE WHEN mode = 'strict' THEN v.function WHEN v.part = '1_actor' THEN 'try_actor' ELSE 'try_record' END AS function
                  FROM (VALUES ('ddl_command_start', '1_actor', 'actor'), ('ddl_command_start', '2_attempt', 'record_attempt'),
                               ('ddl_command_end', '1_actor', 'actor'), ('ddl_command_end', '2_writer', 'record_ddl_command_end'),
                               ('sql_drop', '1_actor', 'actor'), ('sql_drop', '2_writer', 'record_sql_drop'),
                               ('table_rewrite', '1_actor', 'actor'), ('table_rewrite', '2_writer', 'record_table_rewrite'))
                       AS v (event, part, function) LOOP
        EXECUTE format('CREATE EVENT TRIGGER %I ON %s EXECUTE FUNCTION pggit.%I()', made.name, made.event, made.function);
        EXECUTE format('ALTER EVENT TRIGGER %I DISABLE', made.name);
        IF members THEN
            EXECUTE format('ALTER EXTENSION pggit ADD EVENT TRIGGER %I', made.name);
        END IF;
    END LOOP;
    FOR made IN SELECT t.evtname FROM pg_event_trigger AS t WHERE t.evtname LIKE 'pggit\_%' LOOP
        EXECUTE format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', made.evtname);
    END LOOP;
END
$$;
ALTER FUNCTION pggit.make_event_triggers(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.make_event_triggers(text) FROM PUBLIC;
