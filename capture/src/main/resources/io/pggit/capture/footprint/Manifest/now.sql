-- Every part of the footprint as it is. Uses no function of the footprint: those may be what somebody changed.
-- rows     by kind, name: kind, name, state (jsonb, as text), since (timestamptz, text: commit time of the catalog row, NULL
--          when the server does not keep it), by (role of the audit row of the same transaction, NULL when there is none)
-- locks    ACCESS SHARE on catalogs and pggit.ddl_audit only
WITH part (kind, name, state, version) AS (
    SELECT 'event_trigger', t.evtname::text, pg_catalog.jsonb_build_object(
               'event', t.evtevent, 'function', p.pronamespace::pg_catalog.regnamespace::text || '.' || p.proname,
               'enabled', t.evtenabled, 'owner', pg_catalog.pg_get_userbyid(t.evtowner), 'tags', t.evttags,
               'version', t.xmin::text), t.xmin
      FROM pg_catalog.pg_event_trigger AS t JOIN pg_catalog.pg_proc AS p ON p.oid = t.evtfoid
     WHERE t.evtname LIKE 'pggit\_%'
    UNION ALL
    SELECT 'function', n.nspname || '.' || p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')',
           pg_catalog.jsonb_build_object(
               'definition', pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.pg_get_functiondef(p.oid), 'UTF8')), 'hex'),
               'owner', pg_catalog.pg_get_userbyid(p.proowner),
               'grants', p.proacl::text), p.xmin
      FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
     WHERE n.nspname IN ('pggit', 'pggit_v0') AND p.prokind <> 'a'
    UNION ALL
    SELECT 'publication', p.pubname::text, pg_catalog.jsonb_build_object(
               'insert', p.pubinsert, 'update', p.pubupdate, 'delete', p.pubdelete, 'truncate', p.pubtruncate,
               'owner', pg_catalog.pg_get_userbyid(p.pubowner), 'version', p.xmin::text,
               'tables', (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(
                                     r.prrelid::pg_catalog.regclass::text, r.prqual IS NOT NULL, r.prattrs::text, r.xmin::text)
                                 ORDER BY r.prrelid::pg_catalog.regclass::text COLLATE "C")
                            FROM pg_catalog.pg_publication_rel AS r WHERE r.prpubid = p.oid)), p.xmin
      FROM pg_catalog.pg_publication AS p WHERE p.pubname = 'pggit'
    UNION ALL
    SELECT 'table', n.nspname || '.' || c.relname, pg_catalog.jsonb_build_object(
               'replica_identity', c.relreplident, 'owner', pg_catalog.pg_get_userbyid(c.relowner), 'grants', coalesce(c.relacl, pg_catalog.acldefault('r', c.relowner))::text,
               'persistence', c.relpersistence, 'row_security', c.relrowsecurity,
               'rules', c.relhasrules,
               'triggers', (SELECT pg_catalog.jsonb_object_agg(t.tgname, pg_catalog.jsonb_build_array(
                                       t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid), t.xmin::text))
                              FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal)), c.xmin
      FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname = 'pggit' AND c.relkind IN ('r', 'p')
    UNION ALL
    SELECT 'role', r.rolname::text, pg_catalog.jsonb_build_object(
               'superuser', r.rolsuper, 'login', r.rolcanlogin, 'create_role', r.rolcreaterole, 'create_db', r.rolcreatedb,
               'replication', r.rolreplication, 'bypass_rls', r.rolbypassrls, 'settings', r.rolconfig,
               'members', (SELECT pg_catalog.jsonb_agg(pg_catalog.pg_get_userbyid(m.member) ORDER BY m.member)
                             FROM pg_catalog.pg_auth_members AS m
                            WHERE m.roleid = r.oid AND m.member <> (SELECT b.oid FROM pg_catalog.pg_roles AS b
                                                                     WHERE b.oid = 10))), NULL
      FROM pg_catalog.pg_roles AS r WHERE r.rolname = 'pggit_owner'
    UNION ALL
    SELECT 'right', 'pg_catalog.' || p.oid::pg_catalog.regprocedure::text, pg_catalog.jsonb_build_object(
               'public', pg_catalog.has_function_privilege('public', p.oid, 'EXECUTE')), p.xmin
      FROM pg_catalog.pg_proc AS p
     WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.proname = 'pg_logical_emit_message'
    UNION ALL
    SELECT 'setting', 'event_triggers', pg_catalog.jsonb_build_object(
               'value', coalesce(pg_catalog.current_setting('event_triggers', true), 'on')), NULL
    UNION ALL
    SELECT 'setting', 'for every session', pg_catalog.jsonb_build_object('silencing', (
               SELECT pg_catalog.jsonb_agg(s.who || ': ' || s.setting ORDER BY s.who || ': ' || s.setting)
                 FROM (SELECT coalesce(nullif(pg_catalog.pg_get_userbyid(d.setrole), 'unknown (OID=0)'), 'everybody')
                              || ' in ' || coalesce(b.datname, 'all databases') AS who, pg_catalog.unnest(d.setconfig) AS setting
                         FROM pg_catalog.pg_db_role_setting AS d
                         LEFT JOIN pg_catalog.pg_database AS b ON b.oid = d.setdatabase) AS s
                WHERE s.setting ~ '^(event_triggers|session_replication_role)=')), NULL
    UNION ALL
    SELECT 'place', 'cluster and database', pg_catalog.jsonb_build_object(
               'system_identifier', s.system_identifier::text, 'database', d.oid::text), NULL
      FROM pg_catalog.pg_control_system() AS s, pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()
)
SELECT p.kind, p.name, p.state::text AS state,
       pg_catalog.to_char(CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on' AND p.version IS NOT NULL
                                AND pg_catalog.age(p.version) < 2000000000
                               THEN pg_catalog.pg_xact_commit_timestamp(p.version) END AT TIME ZONE 'UTC',
                          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS since,
       (SELECT a.session_role FROM pggit.ddl_audit AS a
         WHERE a.xid = (n.next - ((n.next - p.version::text::bigint) & 4294967295))::text::pg_catalog.xid8 LIMIT 1) AS by
  FROM part AS p,
       (SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint) AS n (next)
 ORDER BY p.kind COLLATE "C", p.name COLLATE "C"
