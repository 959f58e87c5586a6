-- The owner of the footprint: no login, no members, no rights but what this footprint gives it. Cluster-wide, shared by
-- all databases that have a footprint. lc_messages is a superuser's setting; the writers pin it to read PG_CONTEXT.
-- When a session began is shown to its own role and to pg_read_all_stats only.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_owner') THEN
        CREATE ROLE pggit_owner NOLOGIN;
    END IF;
END
$$;
GRANT SET ON PARAMETER lc_messages TO pggit_owner;
GRANT pg_read_all_stats TO pggit_owner;
