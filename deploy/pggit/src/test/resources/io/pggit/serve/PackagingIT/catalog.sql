-- Everything pgGit has put into a database, a line each, in a fixed order.
-- rows     line (text)
SELECT line FROM (
    SELECT 'schema ' || n.nspname || ' ' || pg_get_userbyid(n.nspowner) || ' ' || coalesce(n.nspacl::text, '-')
      FROM pg_namespace AS n WHERE n.nspname LIKE 'pggit%'
    UNION ALL
    SELECT 'relation ' || c.oid::regclass || ' ' || concat(c.relkind, c.relpersistence, c.relreplident) || ' '
           || pg_get_userbyid(c.relowner) || ' ' || coalesce(c.relacl::text, '-') || ' ' || coalesce(obj_description(c.oid, 'pg_class'), '-')
           || CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) ELSE '' END
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname LIKE 'pggit%'
    UNION ALL
    SELECT 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || a.attnum || ' ' || format_type(a.atttypid, a.atttypmod)
           || ' ' || concat(a.attnotnull, a.attidentity) || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-') || ' '
           || coalesce(a.attacl::text, '-')
      FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
      LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE n.nspname LIKE 'pggit%' AND a.attnum > 0
    UNION ALL
    SELECT 'constraint ' || coalesce(nullif(k.conrelid, 0)::regclass::text, '-') || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      FROM pg_constraint AS k JOIN pg_namespace AS n ON n.oid = k.connamespace WHERE n.nspname LIKE 'pggit%'
    UNION ALL
    SELECT 'type ' || format_type(t.oid, NULL) || ' ' || t.typtype::text || ' ' || coalesce(t.typacl::text, '-') || ' '
           || coalesce((SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = t.oid), '-')
      FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace WHERE n.nspname LIKE 'pggit%'
    UNION ALL
    SELECT 'function ' || p.oid::regprocedure || ' ' || pg_get_userbyid(p.proowner) || ' ' || coalesce(p.proacl::text, '-') || ' '
           || md5(pg_get_functiondef(p.oid))
      FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname LIKE 'pggit%' AND p.prokind <> 'a'
    UNION ALL
    SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
      FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname LIKE 'pggit%' AND NOT t.tgisinternal
    UNION ALL
    SELECT 'event trigger ' || e.evtname || ' ' || e.evtevent || ' ' || e.evtfoid::regprocedure || ' ' || e.evtenabled::text
      FROM pg_event_trigger AS e
    UNION ALL
    SELECT 'publication ' || p.pubname || ' ' || (to_jsonb(p) - 'oid')::text || ' '
           || (SELECT string_agg(r.prrelid::regclass::text, ',') FROM pg_publication_rel AS r WHERE r.prpubid = p.oid)
      FROM pg_publication AS p
    UNION ALL
    SELECT 'right ' || p.oid::regprocedure || ' ' || coalesce(p.proacl::text, '-')
      FROM pg_proc AS p WHERE p.proname = 'pg_logical_emit_message'
    UNION ALL
    SELECT 'noted ' || m.kind || ' ' || m.name || ' ' || regexp_replace(m.state::text, '"[0-9]+"', '"xid"', 'g')
      FROM pggit.manifest AS m
    UNION ALL
    SELECT 'baseline ' || count(*) || ' ' || string_agg(a.objects #>> '{0,identity}', ',' ORDER BY a.seq) FROM pggit.ddl_audit AS a
) AS found (line)
 ORDER BY line COLLATE "C"
