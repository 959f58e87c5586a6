-- A text search template.
CREATE OR REPLACE FUNCTION pggit.describe_text_search_template(template oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'init', nullif(t.tmplinit::regproc::text, '-'),
                   'lexize', t.tmpllexize::regproc::text,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = t.oid AND x.classoid = 'pg_ts_template'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_ts_template'::regclass, t.oid, t.oid)))
          FROM pg_ts_template AS t
         WHERE t.oid = template);
END
$$;
ALTER FUNCTION pggit.describe_text_search_template(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_text_search_template(oid) FROM PUBLIC;
