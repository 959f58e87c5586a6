-- The row security policies of a table.
-- facts    {policies: {name: ...}}
-- parts    {policies: {name: {classid, objid}}}
CREATE OR REPLACE FUNCTION pggit.describe_policies(relation oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT * INTO facts, parts FROM (
        SELECT jsonb_build_object('policies', jsonb_object_agg(p.polname, jsonb_strip_nulls(jsonb_build_object(
                   'command', CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'
                                            WHEN 'd' THEN 'delete' ELSE 'all' END,
                   'permissive', p.polpermissive,
                   'roles', (SELECT jsonb_agg(r.name ORDER BY r.name) FROM (
                                 SELECT CASE o WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(o) END COLLATE "C" AS name
                                   FROM unnest(p.polroles) AS o) AS r),
                   'using', pg_get_expr(p.polqual, p.polrelid),
                   'check', pg_get_expr(p.polwithcheck, p.polrelid),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = p.oid AND x.classoid = 'pg_policy'::regclass AND x.objsubid = 0))))),
               jsonb_build_object('policies',
                   jsonb_object_agg(p.polname, jsonb_build_object('classid', 'pg_policy'::regclass::oid::bigint,
                                                                  'objid', p.oid::bigint)))
          FROM pg_policy AS p
         WHERE p.polrelid = relation
        HAVING count(*) > 0) AS described;
END
$$;
ALTER FUNCTION pggit.describe_policies(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_policies(oid) FROM PUBLIC;
