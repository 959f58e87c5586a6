-- The event triggers, made last so that the installation records nothing of itself.
DO $$
DECLARE
    was  CONSTANT text := pg_catalog.current_setting('pggit.on_fault_was');
    mode CONSTANT text := pg_catalog.current_setting('pggit.on_fault');
BEGIN
    PERFORM pggit.make_event_triggers(mode);
    IF mode <> was THEN
        PERFORM pggit.note_on_fault(was, mode);
    END IF;
END
$$;
