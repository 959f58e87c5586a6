-- An extension; its members are listed, not described. Array types are not among them: before 18 they are no members.
CREATE OR REPLACE FUNCTION pggit.describe_extension(extension oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'version', e.extversion,
                   'schema', n.nspname,
                   'owner', pg_get_userbyid(e.extowner),
                   'members', (
                       SELECT jsonb_agg(m.name ORDER BY m.name)
                         FROM (SELECT (translate(i.type, ' -', '__') || ' ' || i.identity) COLLATE "C" AS name
                                 FROM pg_depend AS d, pg_identify_object(d.classid, d.objid, 0) AS i
                                WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND d.deptype = 'e'
                                  AND NOT (d.classid = 'pg_type'::regclass AND EXISTS (
                                      SELECT FROM pg_type AS a JOIN pg_type AS t ON t.oid = a.typelem AND t.typarray = a.oid
                                       WHERE a.oid = d.objid))) AS m),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = e.oid AND x.classoid = 'pg_extension'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_extension'::regclass, e.oid, e.oid)))
          FROM pg_extension AS e
          JOIN pg_namespace AS n ON n.oid = e.extnamespace
         WHERE e.oid = extension);
END
$$;
ALTER FUNCTION pggit.describe_extension(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_extension(oid) FROM PUBLIC;
