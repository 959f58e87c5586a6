-- A text search parser.
CREATE OR REPLACE FUNCTION pggit.describe_text_search_parser(parser oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'start', p.prsstart::regproc::text,
                   'gettoken', p.prstoken::regproc::text,
                   'end', p.prsend::regproc::text,
                   'lextypes', p.prslextype::regproc::text,
                   'headline', nullif(p.prsheadline::regproc::text, '-'),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = p.oid AND x.classoid = 'pg_ts_parser'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_ts_parser'::regclass, p.oid, p.oid)))
          FROM pg_ts_parser AS p
         WHERE p.oid = parser);
END
$$;
ALTER FUNCTION pggit.describe_text_search_parser(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_text_search_parser(oid) FROM PUBLIC;
