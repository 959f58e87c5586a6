-- A text search configuration: for each kind of token that is looked up, its dictionaries in order.
CREATE OR REPLACE FUNCTION pggit.describe_text_search_configuration(configuration oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'parser', format('%I.%I', n.nspname, p.prsname),
                   'mappings', (
                       SELECT jsonb_object_agg(m.token, m.dictionaries)
                         FROM (SELECT t.alias AS token, jsonb_agg(format('%I.%I', dn.nspname, d.dictname) ORDER BY m.mapseqno) AS dictionaries
                                 FROM pg_ts_config_map AS m
                                 JOIN ts_token_type(c.cfgparser) AS t ON t.tokid = m.maptokentype
                                 JOIN pg_ts_dict AS d ON d.oid = m.mapdict
                                 JOIN pg_namespace AS dn ON dn.oid = d.dictnamespace
                                WHERE m.mapcfg = c.oid GROUP BY 1) AS m),
                   'owner', pg_get_userbyid(c.cfgowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = c.oid AND x.classoid = 'pg_ts_config'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_ts_config'::regclass, c.oid, c.oid)))
          FROM pg_ts_config AS c
          JOIN pg_ts_parser AS p ON p.oid = c.cfgparser
          JOIN pg_namespace AS n ON n.oid = p.prsnamespace
         WHERE c.oid = configuration);
END
$$;
ALTER FUNCTION pggit.describe_text_search_configuration(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_text_search_configuration(oid) FROM PUBLIC;
