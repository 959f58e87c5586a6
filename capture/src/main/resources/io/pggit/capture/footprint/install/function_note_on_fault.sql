-- Records that somebody chose what becomes of a command that cannot be recorded.
-- was, mode    strict or available, before and from now on
CREATE OR REPLACE FUNCTION pggit.note_on_fault(was text, mode text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ran    record;
    number bigint;
BEGIN
    SELECT NULL::text AS statement, NULL::text AS callers, 0 AS redactions, NULL::text AS hmac, NULL::boolean AS exact,
           pggit.claims(NULL) AS claims INTO ran;
    number := pggit.append('on_fault', 'operation', 'PGGIT', jsonb_build_object('effective_role', current_user), ran,
                           NULL, NULL, NULL, NULL, jsonb_strip_nulls(jsonb_build_object('was', was, 'mode', mode)));
END
$$;
ALTER FUNCTION pggit.note_on_fault(text, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.note_on_fault(text, text) FROM PUBLIC;
