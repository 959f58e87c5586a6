-- A subscription, without its connection string, which holds secrets and which only superusers may read. Columns are read
-- one by one, as far as this version has them, for the same reason.
CREATE OR REPLACE FUNCTION pggit.describe_subscription(subscription oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    version CONSTANT integer := current_setting('server_version_num');
    facts   jsonb;
BEGIN
    SELECT jsonb_strip_nulls(jsonb_build_object(
               'publications', to_jsonb(s.subpublications),
               'connection', '(redacted)',
               'enabled', s.subenabled,
               'slot', s.subslotname,
               'binary', CASE WHEN s.subbinary THEN true END,
               'streaming', CASE s.substream::text WHEN 'p' THEN 'parallel' WHEN 't' THEN 'on' WHEN 'true' THEN 'on' ELSE 'off' END,
               'synchronous_commit', s.subsynccommit,
               'two_phase', CASE WHEN s.subtwophasestate <> 'd' THEN true END,
               'disable_on_error', CASE WHEN s.subdisableonerr THEN true END,
               'owner', pg_get_userbyid(s.subowner),
               'comment', (SELECT x.description FROM pg_description AS x
                   WHERE x.objoid = s.oid AND x.classoid = 'pg_subscription'::regclass AND x.objsubid = 0)))
      INTO facts FROM pg_subscription AS s WHERE s.oid = subscription;
    IF version >= 160000 THEN
        facts := facts || (SELECT jsonb_strip_nulls(jsonb_build_object(
                'origin', s.suborigin,
                'password_required', CASE WHEN NOT s.subpasswordrequired THEN false END,
                'run_as_owner', CASE WHEN s.subrunasowner THEN true END))
            FROM pg_subscription AS s WHERE s.oid = subscription);
    END IF;
    IF version >= 170000 THEN
        facts := facts || (SELECT jsonb_strip_nulls(jsonb_build_object('failover', CASE WHEN s.subfailover THEN true END))
            FROM pg_subscription AS s WHERE s.oid = subscription);
    END IF;
    RETURN facts;
END
$$;
ALTER FUNCTION pggit.describe_subscription(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_subscription(oid) FROM PUBLIC;
