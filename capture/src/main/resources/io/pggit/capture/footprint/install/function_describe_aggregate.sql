-- An aggregate: all that CREATE AGGREGATE takes.
CREATE OR REPLACE FUNCTION pggit.describe_aggregate(routine oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'variant', CASE a.aggkind WHEN 'o' THEN 'ordered_set' WHEN 'h' THEN 'hypothetical_set' ELSE 'normal' END,
                   'arguments', pg_get_function_arguments(p.oid),
                   'direct_arguments', nullif(a.aggnumdirectargs, 0),
                   'returns', pg_get_function_result(p.oid),
                   'transition_function', a.aggtransfn::regproc::text,
                   'state_type', format_type(a.aggtranstype, NULL),
                   'state_size', nullif(a.aggtransspace, 0),
                   'initial_state', a.agginitval,
                   'final_function', nullif(a.aggfinalfn::regproc::text, '-'),
                   'final_extra', CASE WHEN a.aggfinalextra THEN true END,
                   'final_modify', CASE a.aggfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END,
                   'combine_function', nullif(a.aggcombinefn::regproc::text, '-'),
                   'serial_function', nullif(a.aggserialfn::regproc::text, '-'),
                   'deserial_function', nullif(a.aggdeserialfn::regproc::text, '-'),
                   'moving_transition_function', nullif(a.aggmtransfn::regproc::text, '-'),
                   'moving_inverse_function', nullif(a.aggminvtransfn::regproc::text, '-'),
                   'moving_state_type', CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END,
                   'moving_state_size', nullif(a.aggmtransspace, 0),
                   'moving_initial_state', a.aggminitval,
                   'moving_final_function', nullif(a.aggmfinalfn::regproc::text, '-'),
                   'moving_final_extra', CASE WHEN a.aggmfinalextra THEN true END,
                   'moving_final_modify', CASE WHEN a.aggmtransfn <> 0 THEN
                       CASE a.aggmfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END END,
                   'sort_operator', (SELECT format('OPERATOR(%I.%s)', n.nspname, o.oprname) FROM pg_operator AS o
                                       JOIN pg_namespace AS n ON n.oid = o.oprnamespace WHERE o.oid = a.aggsortop),
                   'parallel', CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END,
                   'owner', pg_get_userbyid(p.proowner),
                   'grants', CASE WHEN p.proacl IS NOT NULL THEN pggit.grants(p.proacl, 'f', p.proowner) END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = p.oid AND x.classoid = 'pg_proc'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_proc'::regclass, p.oid, p.oid)))
          FROM pg_proc AS p
          JOIN pg_aggregate AS a ON a.aggfnoid = p.oid
         WHERE p.oid = routine);
END
$$;
ALTER FUNCTION pggit.describe_aggregate(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_aggregate(oid) FROM PUBLIC;
