-- What becomes of a command that cannot be recorded: strict, it is refused; available, it goes on and the loss is announced. NULL
-- when the event triggers are not all there, or do not agree.
CREATE OR REPLACE FUNCTION pggit.on_fault() RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN count(*) <> 8 THEN NULL
                WHEN bool_and(p.proname LIKE 'try\_%') THEN 'available'
                WHEN NOT bool_or(p.proname LIKE 'try\_%') THEN 'strict' END
      FROM pg_event_trigger AS t JOIN pg_proc AS p ON p.oid = t.evtfoid
     WHERE t.evtname LIKE 'pggit\_%' AND p.pronamespace = 'pggit'::regnamespace
$$;
ALTER FUNCTION pggit.on_fault() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.on_fault() FROM PUBLIC;
