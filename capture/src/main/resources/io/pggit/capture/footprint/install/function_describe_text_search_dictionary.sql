-- A text search dictionary; its options as PostgreSQL keeps them, ready for CREATE TEXT SEARCH DICTIONARY.
CREATE OR REPLACE FUNCTION pggit.describe_text_search_dictionary(dictionary oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'template', format('%I.%I', n.nspname, t.tmplname),
                   'options', d.dictinitoption,
                   'owner', pg_get_userbyid(d.dictowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = d.oid AND x.classoid = 'pg_ts_dict'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_ts_dict'::regclass, d.oid, d.oid)))
          FROM pg_ts_dict AS d
          JOIN pg_ts_template AS t ON t.oid = d.dicttemplate
          JOIN pg_namespace AS n ON n.oid = t.tmplnamespace
         WHERE d.oid = dictionary);
END
$$;
ALTER FUNCTION pggit.describe_text_search_dictionary(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_text_search_dictionary(oid) FROM PUBLIC;
