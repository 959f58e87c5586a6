-- A function or procedure.
CREATE OR REPLACE FUNCTION pggit.describe_routine(routine oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'definition', pg_get_functiondef(p.oid),
                   'language', l.lanname,
                   'arguments', pg_get_function_arguments(p.oid),
                   'returns', pg_get_function_result(p.oid),
                   'volatility', CASE WHEN p.prokind <> 'p' THEN
                       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END END,
                   'parallel', CASE WHEN p.prokind <> 'p' THEN
                       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END END,
                   'strict', CASE WHEN p.proisstrict THEN true END,
                   'security_definer', CASE WHEN p.prosecdef THEN true END,
                   'leakproof', CASE WHEN p.proleakproof THEN true END,
                   'window', CASE p.prokind WHEN 'w' THEN true END,
                   'cost', CASE WHEN p.prokind <> 'p' THEN p.procost END,
                   'rows', CASE WHEN p.proretset THEN p.prorows END,
                   'settings', pggit.options(p.proconfig, ''),
                   'owner', pg_get_userbyid(p.proowner),
                   'grants', CASE WHEN p.proacl IS NOT NULL THEN pggit.grants(p.proacl, 'f', p.proowner) END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = p.oid AND x.classoid = 'pg_proc'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_proc'::regclass, p.oid, p.oid)))
          FROM pg_proc AS p
          JOIN pg_language AS l ON l.oid = p.prolang
         WHERE p.oid = routine);
END
$$;
ALTER FUNCTION pggit.describe_routine(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_routine(oid) FROM PUBLIC;
