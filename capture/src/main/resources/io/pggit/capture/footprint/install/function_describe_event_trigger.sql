-- An event trigger. No event trigger sees it made or changed.
CREATE OR REPLACE FUNCTION pggit.describe_event_trigger(trigger oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'event', t.evtevent,
                   'tags', (SELECT jsonb_agg(tag ORDER BY tag COLLATE "C") FROM unnest(t.evttags) AS tag),
                   'function', t.evtfoid::regproc::text,
                   'enabled', CASE t.evtenabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled'
                                                WHEN 'R' THEN 'replica' ELSE 'always' END,
                   'owner', pg_get_userbyid(t.evtowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = t.oid AND x.classoid = 'pg_event_trigger'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_event_trigger'::regclass, t.oid, t.oid)))
          FROM pg_event_trigger AS t
         WHERE t.oid = trigger);
END
$$;
ALTER FUNCTION pggit.describe_event_trigger(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_event_trigger(oid) FROM PUBLIC;
