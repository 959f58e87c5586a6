-- Writes the row of what a command dropped, unless that was temporary objects only. Left out: row types, array types, TOAST
-- tables, the triggers behind foreign keys and the rule that makes a view. What lost a part is described anew; an index
-- names no table, but its key tells. ALTER TABLE describes at its end most of what lost a part, so its rows say here only
-- which relation that was ("of"), and pggit.record_ddl_command_end describes each once.
CREATE OR REPLACE FUNCTION pggit.record_sql_drop() RETURNS event_trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET lc_messages = 'C' SET datestyle = 'ISO, MDY' SET intervalstyle = 'postgres'
    SET timezone = 'UTC' SET bytea_output = 'hex' SET quote_all_identifiers = off SET extra_float_digits = 1
    SET jit = off SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    stack   text;
    actor   CONSTANT jsonb := pggit.take_actor();
    ran     record;
    gone    jsonb;
    members boolean;
    parents jsonb;
    number  bigint;
BEGIN
    GET DIAGNOSTICS stack = PG_CONTEXT;
    SELECT jsonb_agg(jsonb_build_object(
               'classid', o.classid::bigint, 'objid', o.objid::bigint, 'objsubid', o.objsubid, 'type', o.object_type,
               'identity', o.object_identity, 'cause', CASE WHEN o.original THEN 'direct' ELSE 'implied' END)
               || CASE WHEN tg_tag = 'ALTER TABLE' THEN jsonb_strip_nulls(jsonb_build_object(
                      'of', pggit.lost_by(o.classid, o.objsubid, o.object_type, o.address_names)::bigint)) ELSE '{}' END
               ORDER BY o.n),
           bool_or(o.classid IN ('pg_publication_rel'::regclass, 'pg_publication_namespace'::regclass, 'pg_operator'::regclass,
                                 'pg_amop'::regclass, 'pg_amproc'::regclass))
      INTO gone, members
      FROM pg_event_trigger_dropped_objects() WITH ORDINALITY AS o (classid, objid, objsubid, original, normal, is_temporary,
               object_type, schema_name, object_name, object_identity, address_names, address_args, n)
     WHERE NOT o.is_temporary
       AND o.schema_name IS DISTINCT FROM 'pg_toast'
       AND NOT (o.classid = 'pg_type'::regclass AND NOT o.original AND NOT o.normal)
       AND NOT (o.object_type = 'composite type' AND o.classid = 'pg_class'::regclass AND o.objsubid = 0)
       AND NOT (o.classid = 'pg_trigger'::regclass AND o.object_identity ~ '^"?RI_ConstraintTrigger_')
       AND NOT (o.classid = 'pg_rewrite'::regclass AND o.object_identity ~ '^"_RETURN" ');
    IF gone IS NULL OR pggit.in_extension_script(tg_tag) THEN
        RETURN;
    END IF;
    IF tg_tag <> 'ALTER TABLE' OR members THEN
        SELECT jsonb_agg(e.element) INTO parents
          FROM (
           SELECT pggit.describe_object(p.class, p.object, 'direct')::jsonb AS element FROM (
            SELECT DISTINCT t.class, t.object
              FROM (
                SELECT 'pg_class'::regclass::oid AS class,
                       pggit.lost_by(o.classid, o.objsubid, o.object_type, o.address_names) AS object
                  FROM pg_event_trigger_dropped_objects() AS o
                 WHERE NOT o.is_temporary AND tg_tag <> 'ALTER TABLE'
                UNION ALL
                SELECT 'pg_type'::regclass, to_regtype(o.address_names[1])
                  FROM pg_event_trigger_dropped_objects() AS o
                 WHERE o.object_type = 'domain constraint'
                UNION ALL
                SELECT l.class, l.object FROM pggit.lost_member() AS l WHERE members) AS d,
                   pggit.top_level(d.class, d.object) AS t
             WHERE d.object IS NOT NULL) AS p OFFSET 0) AS e
         WHERE e.element IS NOT NULL;
    END IF;
    ran := pggit.statement_of(tg_tag, stack);
    number := pggit.append('ddl', 'sql_drop', tg_tag, actor, ran, parents::text, gone, NULL);
END
$$;
ALTER FUNCTION pggit.record_sql_drop() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.record_sql_drop() FROM PUBLIC;
