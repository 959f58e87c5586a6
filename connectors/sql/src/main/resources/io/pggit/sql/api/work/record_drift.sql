-- Records what is not as it was recorded, so that the commit to come takes it in.
CREATE OR REPLACE FUNCTION pggit.record_drift() RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    own CONSTANT text := coalesce(current_setting('pggit.branch', true), ''); -- the session's, for its statements only
    found_ record;
BEGIN
    SELECT l.names, l.keys, l.gone INTO found_ FROM pggit.look() AS l;
    IF found_.names IS NOT NULL THEN
        PERFORM set_config('pggit.branch', '', true);
        PERFORM pggit.record_detected(
            jsonb_build_object('kind', 'schema_changed', 'object', left(found_.names, 1000), 'by', pggit.caller(),
                               'details', 'no event trigger recorded it; taken in by a commit'),
            found_.keys, found_.gone);
        PERFORM set_config('pggit.branch', own, true);
    END IF;
END
$$
