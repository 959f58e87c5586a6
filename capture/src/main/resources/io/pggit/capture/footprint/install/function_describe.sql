-- One object as an element of ddl_audit.objects, without its cause: {classid, objid, type, identity, kind, schema, name,
-- signature, facts, parts}, or {classid, objid, type, identity, unmodelled} for a kind without facts. NULL when there is
-- no such object or it is not tracked: PostgreSQL's own, pgGit's own, temporary, or a member of an extension.
CREATE OR REPLACE FUNCTION pggit.describe(class oid, object oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, MDY' SET intervalstyle = 'postgres' SET timezone = 'UTC'
    SET bytea_output = 'hex' SET quote_all_identifiers = off SET extra_float_digits = 1
    SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    RETURN (
        SELECT pggit.describe_object(t.class, t.object)::jsonb FROM pggit.top_level(class, object) AS t
         WHERE t.class = describe.class AND t.object = describe.object);
END
$$;
ALTER FUNCTION pggit.describe(oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe(oid, oid) FROM PUBLIC;
