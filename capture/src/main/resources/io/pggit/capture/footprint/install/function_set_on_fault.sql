-- Chooses what becomes of a command that cannot be recorded, for a superuser. The choice is recorded, and of the footprint as it was
-- installed only the event triggers are noted anew: whatever else somebody changed is still found.
-- mode     strict: it is refused; available: it goes on, and the loss is announced
CREATE OR REPLACE FUNCTION pggit.set_on_fault(mode text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was CONSTANT text := pggit.on_fault();
BEGIN
    IF was = mode THEN
        RETURN;
    END IF;
    PERFORM pggit.make_event_triggers(mode);
    PERFORM pggit.note_on_fault(was, mode);
    DELETE FROM pggit.manifest AS m WHERE m.kind = 'event_trigger';
    INSERT INTO pggit.manifest (kind, name, state)
    SELECT n.kind, n.name, n.state::jsonb
      FROM (
/* now */
           ) AS n
     WHERE n.kind = 'event_trigger';
END
$$;
ALTER FUNCTION pggit.set_on_fault(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.set_on_fault(text) FROM PUBLIC;
