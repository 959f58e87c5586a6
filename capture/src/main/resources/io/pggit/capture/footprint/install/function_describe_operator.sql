-- An operator. One that was only named, as commutator or negator of another, has no function and is a shell.
CREATE OR REPLACE FUNCTION pggit.describe_operator(operator oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'left', CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END,
                   'right', CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) END,
                   'result', CASE WHEN o.oprresult <> 0 THEN format_type(o.oprresult, NULL) END,
                   'shell', CASE WHEN o.oprcode = 0 THEN true END,
                   'function', nullif(o.oprcode::regproc::text, '-'),
                   'commutator', pggit.operator_name(o.oprcom),
                   'negator', pggit.operator_name(o.oprnegate),
                   'restrict', nullif(o.oprrest::regproc::text, '-'),
                   'join', nullif(o.oprjoin::regproc::text, '-'),
                   'merges', CASE WHEN o.oprcanmerge THEN true END,
                   'hashes', CASE WHEN o.oprcanhash THEN true END,
                   'owner', pg_get_userbyid(o.oprowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = o.oid AND x.classoid = 'pg_operator'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_operator'::regclass, o.oid, o.oid)))
          FROM pg_operator AS o
         WHERE o.oid = operator);
END
$$;
ALTER FUNCTION pggit.describe_operator(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_operator(oid) FROM PUBLIC;
