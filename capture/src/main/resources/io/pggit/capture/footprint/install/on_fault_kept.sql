-- Notes, for the rest of this transaction, what was chosen for commands that cannot be recorded, before the event triggers go, which
-- alone say it. Strict where nothing was.
DO $$
DECLARE
    was CONSTANT text := (SELECT CASE WHEN p.proname LIKE 'try\_%' THEN 'available' ELSE 'strict' END
                            FROM pg_catalog.pg_event_trigger AS t JOIN pg_catalog.pg_proc AS p ON p.oid = t.evtfoid
                           WHERE t.evtname = 'pggit_ddl_command_end_2_writer');
BEGIN
    PERFORM pg_catalog.set_config('pggit.on_fault_was', coalesce(was, 'strict'), true),
            pg_catalog.set_config('pggit.on_fault', coalesce(was, 'strict'), true);
END
$$;
