-- Kind, schema, name and signature of a top-level object that is neither relation, routine, type, schema nor extension;
-- all NULL for a kind without facts. The signature is what tells objects of the same name apart.
CREATE OR REPLACE FUNCTION pggit.identify(class oid, object oid, OUT kind text, OUT home oid, OUT name text, OUT signature text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE class
        WHEN 'pg_foreign_data_wrapper'::regclass THEN
            SELECT 'foreign_data_wrapper', w.fdwname INTO kind, name FROM pg_foreign_data_wrapper AS w WHERE w.oid = object;
        WHEN 'pg_foreign_server'::regclass THEN
            SELECT 'server', s.srvname INTO kind, name FROM pg_foreign_server AS s WHERE s.oid = object;
        WHEN 'pg_user_mapping'::regclass THEN
            SELECT 'user_mapping', m.usename, m.srvname INTO kind, name, signature
              FROM pg_user_mappings AS m WHERE m.umid = object;
        WHEN 'pg_publication'::regclass THEN
            SELECT 'publication', p.pubname INTO kind, name FROM pg_publication AS p WHERE p.oid = object;
        WHEN 'pg_subscription'::regclass THEN
            SELECT 'subscription', s.subname INTO kind, name FROM pg_subscription AS s WHERE s.oid = object;
        WHEN 'pg_event_trigger'::regclass THEN
            SELECT 'event_trigger', t.evtname INTO kind, name FROM pg_event_trigger AS t WHERE t.oid = object;
        WHEN 'pg_collation'::regclass THEN
            -- one for another encoding has no name in this database
            SELECT 'collation', c.collnamespace, c.collname INTO kind, home, name FROM pg_collation AS c
             WHERE c.oid = object AND c.collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()));
        WHEN 'pg_conversion'::regclass THEN
            SELECT 'conversion', c.connamespace, c.conname INTO kind, home, name FROM pg_conversion AS c WHERE c.oid = object;
        WHEN 'pg_cast'::regclass THEN
            SELECT 'cast', format_type(c.castsource, NULL), format_type(c.casttarget, NULL) INTO kind, name, signature
              FROM pg_cast AS c WHERE c.oid = object;
        WHEN 'pg_operator'::regclass THEN
            SELECT 'operator', o.oprnamespace, o.oprname,
                   format('%s, %s', CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                                    CASE o.oprright WHEN 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END)
              INTO kind, home, name, signature FROM pg_operator AS o WHERE o.oid = object;
        WHEN 'pg_opclass'::regclass THEN
            SELECT 'operator_class', c.opcnamespace, c.opcname, a.amname INTO kind, home, name, signature
              FROM pg_opclass AS c JOIN pg_am AS a ON a.oid = c.opcmethod WHERE c.oid = object;
        WHEN 'pg_opfamily'::regclass THEN
            SELECT 'operator_family', f.opfnamespace, f.opfname, a.amname INTO kind, home, name, signature
              FROM pg_opfamily AS f JOIN pg_am AS a ON a.oid = f.opfmethod WHERE f.oid = object;
        WHEN 'pg_ts_parser'::regclass THEN
            SELECT 'text_search_parser', p.prsnamespace, p.prsname INTO kind, home, name
              FROM pg_ts_parser AS p WHERE p.oid = object;
        WHEN 'pg_ts_template'::regclass THEN
            SELECT 'text_search_template', t.tmplnamespace, t.tmplname INTO kind, home, name
              FROM pg_ts_template AS t WHERE t.oid = object;
        WHEN 'pg_ts_dict'::regclass THEN
            SELECT 'text_search_dictionary', d.dictnamespace, d.dictname INTO kind, home, name
              FROM pg_ts_dict AS d WHERE d.oid = object;
        WHEN 'pg_ts_config'::regclass THEN
            SELECT 'text_search_configuration', c.cfgnamespace, c.cfgname INTO kind, home, name
              FROM pg_ts_config AS c WHERE c.oid = object;
        WHEN 'pg_language'::regclass THEN
            SELECT 'language', l.lanname INTO kind, name FROM pg_language AS l WHERE l.oid = object;
        WHEN 'pg_transform'::regclass THEN
            SELECT 'transform', format_type(t.trftype, NULL), l.lanname INTO kind, name, signature
              FROM pg_transform AS t JOIN pg_language AS l ON l.oid = t.trflang WHERE t.oid = object;
        WHEN 'pg_am'::regclass THEN
            SELECT 'access_method', a.amname INTO kind, name FROM pg_am AS a WHERE a.oid = object;
        WHEN 'pg_default_acl'::regclass THEN
            SELECT 'default_privileges', nullif(d.defaclnamespace, 0), pg_get_userbyid(d.defaclrole),
                   pggit.default_privileges_for(d.defaclobjtype)
              INTO kind, home, name, signature FROM pg_default_acl AS d WHERE d.oid = object;
        ELSE
    END CASE;
END
$$;
ALTER FUNCTION pggit.identify(oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.identify(oid, oid) FROM PUBLIC;
