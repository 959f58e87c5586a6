-- Makes pgGit ready: waits for the engine, arms the event triggers, and sees to it that there is a branch main that begins with
-- what exists. In a copy of a database it begins a history of its own; after pg_upgrade it goes on with the one there is. Where all
-- that is done, it changes nothing.
CREATE OR REPLACE FUNCTION pggit.init() RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    patience CONSTANT interval := coalesce(nullif(current_setting('pggit.engine_timeout', true), ''), '10s')::interval;
    begun    CONSTANT timestamptz := clock_timestamp();
    sha      text;
BEGIN
    WHILE NOT pggit.engine_attached() LOOP
        IF clock_timestamp() > begun + patience THEN
            RAISE EXCEPTION 'No pgGit engine is attached to this database'
                  USING ERRCODE = '57P03', HINT = 'Start one with "pggit serve"; "pggit doctor" tells what is missing.';
        END IF;
        PERFORM pg_sleep(0.02);
    END LOOP;
    PERFORM pggit.lock_for_move();
    PERFORM pggit.arm();
    IF pggit.is_copy() THEN
        PERFORM pggit.forget_source();
    ELSE
        PERFORM pggit.take_over(pggit.caller());
    END IF;
    IF NOT EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = 'main') THEN
        IF NOT EXISTS (SELECT FROM pggit.ddl_audit) THEN
            PERFORM pggit.record_baseline(pggit.caller());
        END IF;
        INSERT INTO pggit.branch (name, created_by) VALUES ('main', pggit.caller());
        PERFORM pggit.record_operation('init', '{}');
        PERFORM pggit.show_branch((SELECT h.branch FROM pggit.head AS h));
    END IF;
    SELECT a ->> 'sha' INTO sha FROM pggit.ask('baseline') AS a;
    PERFORM pggit.note_call(begun);
    RETURN format('pgGit %s ready on branch %s (%s)', pggit.version(), (SELECT h.branch FROM pggit.head AS h), left(sha, 7));
END
$$
