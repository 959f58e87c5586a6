-- Writes the row of what a function of pgGit did, on HEAD's branch; returns its number.
CREATE OR REPLACE FUNCTION pggit.record_operation(operation text, details jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    own CONSTANT text := coalesce(current_setting('pggit.branch', true), ''); -- the session's, for its statements only
    ran    record;
    number bigint;
BEGIN
    PERFORM set_config('pggit.branch', '', true);
    SELECT NULL::text AS statement, NULL::text AS callers, 0 AS redactions, NULL::text AS hmac, NULL::boolean AS exact,
           pggit.claims(NULL) AS claims INTO ran;
    number := pggit.append(operation, 'operation', 'PGGIT', jsonb_build_object('effective_role', pggit.caller()), ran,
                           NULL, NULL, NULL, NULL, jsonb_strip_nulls(details));
    PERFORM set_config('pggit.branch', own, true);
    RETURN number;
END
$$
