-- A procedural language.
CREATE OR REPLACE FUNCTION pggit.describe_language(language oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'handler', nullif(l.lanplcallfoid::regproc::text, '-'),
                   'inline', nullif(l.laninline::regproc::text, '-'),
                   'validator', nullif(l.lanvalidator::regproc::text, '-'),
                   'trusted', CASE WHEN l.lanpltrusted THEN true END,
                   'owner', pg_get_userbyid(l.lanowner),
                   'grants', CASE WHEN l.lanacl IS NOT NULL THEN pggit.grants(l.lanacl, 'l', l.lanowner) END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = l.oid AND x.classoid = 'pg_language'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_language'::regclass, l.oid, l.oid)))
          FROM pg_language AS l
         WHERE l.oid = language);
END
$$;
ALTER FUNCTION pggit.describe_language(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_language(oid) FROM PUBLIC;
