-- Records what a comparison found: one row, with the objects it is about described as they are now, so that the history goes on
-- from what is there. For the engine alone.
-- finding   kind, object, details; since and by where they are known
-- keys      [{classid, objid}, ...] of objects that are there
-- gone      elements of ddl_audit.dropped, of objects that are not; those that are there after all are left out
CREATE OR REPLACE FUNCTION pggit.record_detected(finding jsonb, keys jsonb, gone jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, MDY' SET intervalstyle = 'postgres'
    SET timezone = 'UTC' SET bytea_output = 'hex' SET quote_all_identifiers = off SET extra_float_digits = 1
    SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    objects jsonb;
    dropped jsonb;
    ran     record;
    number  bigint;
BEGIN
    SELECT jsonb_agg(d.element ORDER BY d.n) INTO objects
      FROM (SELECT k.n, pggit.describe_object((k.key ->> 'classid')::oid, (k.key ->> 'objid')::oid, 'detected')::jsonb AS element
              FROM jsonb_array_elements(coalesce(keys, '[]')) WITH ORDINALITY AS k (key, n) OFFSET 0) AS d
     WHERE d.element IS NOT NULL;
    SELECT jsonb_agg(g.element || '{"cause": "detected"}' ORDER BY g.n) INTO dropped
      FROM jsonb_array_elements(coalesce(gone, '[]')) WITH ORDINALITY AS g (element, n)
     WHERE pggit.describe_object((g.element ->> 'classid')::oid, (g.element ->> 'objid')::oid) IS NULL;
    SELECT NULL::text AS statement, NULL::text AS callers, 0 AS redactions, NULL::text AS hmac, NULL::boolean AS exact,
           '{}'::jsonb AS claims INTO ran;
    RETURN pggit.append('reconcile', 'reconcile', 'RECONCILE', jsonb_build_object('effective_role', session_user), ran,
                        objects::text, dropped, NULL, jsonb_strip_nulls(finding));
END
$$;
ALTER FUNCTION pggit.record_detected(jsonb, jsonb, jsonb) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.record_detected(jsonb, jsonb, jsonb) FROM PUBLIC;
