-- Records everything there is as a baseline, a row per object.
CREATE OR REPLACE FUNCTION pggit.record_baseline() RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    own CONSTANT text := coalesce(current_setting('pggit.branch', true), ''); -- the session's, for its statements only
    element jsonb;
    ran     record;
BEGIN
    PERFORM set_config('pggit.branch', '', true);
    SELECT NULL::text AS statement, NULL::text AS callers, 0 AS redactions, NULL::text AS hmac, NULL::boolean AS exact,
           '{}'::jsonb AS claims INTO ran;
    FOR element IN SELECT d FROM pggit.describe_all() AS d LOOP
        PERFORM pggit.append('baseline', 'baseline', 'BASELINE', jsonb_build_object('effective_role', pggit.caller()), ran,
                             jsonb_build_array(element || '{"cause": "direct"}'), NULL, NULL);
    END LOOP;
    PERFORM set_config('pggit.branch', own, true);
END
$$
