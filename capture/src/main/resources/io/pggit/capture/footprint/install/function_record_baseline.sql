-- Records everything there is as a baseline, a row per object: where a record begins, and where it goes on with other catalogs.
-- No message goes beside these rows.
-- by       the role to name as the effective one
CREATE OR REPLACE FUNCTION pggit.record_baseline(by text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO pggit.ddl_audit (
        xid, operation, event, command_tag, session_role, effective_role, application_name, client_addr, client_port,
        backend_pid, backend_start, claims, transaction_at, statement_at, recorded_at, objects, dropped, branch,
        server_version, footprint_version)
    SELECT pg_current_xact_id(), 'baseline', 'baseline', 'BASELINE', session_user, by,
           pggit.scrub(current_setting('application_name')), host(inet_client_addr()), inet_client_port(), pg_backend_pid(),
           pggit.backend_start(), '{}', now(), statement_timestamp(), clock_timestamp(),
           jsonb_build_array(d.element || '{"cause": "direct"}'), '[]', (SELECT h.branch FROM pggit.head AS h),
           current_setting('server_version_num')::integer, pggit.footprint_version()
      FROM pggit.describe_all() WITH ORDINALITY AS d (element, n)
     ORDER BY d.n;
END
$$;
ALTER FUNCTION pggit.record_baseline(text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.record_baseline(text) FROM PUBLIC;
