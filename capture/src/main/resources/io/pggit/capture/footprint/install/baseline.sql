-- The first rows of an empty audit table: every object there is, one row each.
INSERT INTO pggit.ddl_audit (
    xid, operation, event, command_tag, session_role, effective_role, application_name, client_addr, client_port,
    backend_pid, backend_start, claims, transaction_at, statement_at, recorded_at, objects, dropped, branch,
    server_version, footprint_version)
SELECT pg_catalog.pg_current_xact_id(), 'baseline', 'baseline', 'BASELINE', session_user, current_user,
       pg_catalog.current_setting('application_name'), pg_catalog.host(pg_catalog.inet_client_addr()),
       pg_catalog.inet_client_port(), pg_catalog.pg_backend_pid(), pggit.backend_start(), '{}', pg_catalog.now(),
       pg_catalog.statement_timestamp(), pg_catalog.clock_timestamp(),
       pg_catalog.jsonb_build_array(d.element || '{"cause": "direct"}'), '[]', (SELECT h.branch FROM pggit.head AS h),
       pg_catalog.current_setting('server_version_num')::integer, pggit.footprint_version()
  FROM pggit.describe_all() WITH ORDINALITY AS d (element, n)
 WHERE NOT EXISTS (SELECT FROM pggit.ddl_audit)
 ORDER BY d.n;
