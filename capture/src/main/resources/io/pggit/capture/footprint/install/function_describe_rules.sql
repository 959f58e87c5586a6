-- The rules of a relation, without the one that makes a view a view.
-- facts    {rules: {name: ...}}
-- parts    {rules: {name: {classid, objid}}}
CREATE OR REPLACE FUNCTION pggit.describe_rules(relation oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT * INTO facts, parts FROM (
        SELECT jsonb_build_object('rules', jsonb_object_agg(r.rulename, jsonb_strip_nulls(jsonb_build_object(
                   'definition', pg_get_ruledef(r.oid),
                   'enabled', CASE r.ev_enabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled'
                                                WHEN 'R' THEN 'replica' ELSE 'always' END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = r.oid AND x.classoid = 'pg_rewrite'::regclass AND x.objsubid = 0))))),
               jsonb_build_object('rules',
                   jsonb_object_agg(r.rulename, jsonb_build_object('classid', 'pg_rewrite'::regclass::oid::bigint,
                                                                   'objid', r.oid::bigint)))
          FROM pg_rewrite AS r
         WHERE r.ev_class = relation AND r.rulename <> '_RETURN'
        HAVING count(*) > 0) AS described;
END
$$;
ALTER FUNCTION pggit.describe_rules(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_rules(oid) FROM PUBLIC;
