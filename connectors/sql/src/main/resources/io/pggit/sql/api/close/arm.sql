-- Arms event triggers of pgGit that were switched off. Belongs to whoever installs: they are a superuser's.
CREATE OR REPLACE FUNCTION pggit.arm() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    trigger_ text;
BEGIN
    FOR trigger_ IN SELECT t.evtname FROM pg_event_trigger AS t JOIN pg_proc AS p ON p.oid = t.evtfoid
                     WHERE t.evtname LIKE 'pggit\_%' AND t.evtenabled <> 'A' AND p.pronamespace = 'pggit'::regnamespace LOOP
        EXECUTE format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', trigger_);
    END LOOP;
END
$$
