-- Objects of the whole server, of which no event trigger tells: roles, memberships, databases, tablespaces, settings, privileges
-- on settings. A password shows as a keyed hash.
-- rows     by identity: type, identity, state (jsonb, as text), since (timestamptz, text, NULL when the server does not keep it)
-- locks    ACCESS SHARE on catalogs only; needs a superuser
WITH object (type, identity, state, version) AS (
    SELECT 'role', pg_catalog.quote_ident(r.rolname), pg_catalog.jsonb_build_object(
               'superuser', r.rolsuper, 'inherit', r.rolinherit, 'create_role', r.rolcreaterole, 'create_db', r.rolcreatedb,
               'login', r.rolcanlogin, 'replication', r.rolreplication, 'bypass_rls', r.rolbypassrls,
               'connection_limit', r.rolconnlimit, 'valid_until', r.rolvaliduntil,
               'password', pg_catalog.left(pggit.keyed_hash(r.rolpassword), 16),
               'comment', pggit.scrub(d.description)), r.xmin
      FROM pg_catalog.pg_authid AS r
      LEFT JOIN pg_catalog.pg_shdescription AS d ON d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND d.objoid = r.oid
    UNION ALL
    SELECT 'membership', pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(m.member)) || ' in '
               || pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(m.roleid)) || ' by '
               || pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(m.grantor)),
           pg_catalog.to_jsonb(m) - 'oid' - 'roleid' - 'member' - 'grantor', m.xmin
      FROM pg_catalog.pg_auth_members AS m
    UNION ALL
    SELECT 'database', pg_catalog.quote_ident(b.datname), pg_catalog.jsonb_build_object(
               'owner', pg_catalog.pg_get_userbyid(b.datdba), 'connections', b.datallowconn, 'limit', b.datconnlimit,
               'template', b.datistemplate, 'tablespace', s.spcname, 'grants', b.datacl::text,
               'comment', pggit.scrub(d.description),
               'captured', CASE WHEN b.datname = pg_catalog.current_database() THEN true END), b.xmin
      FROM pg_catalog.pg_database AS b JOIN pg_catalog.pg_tablespace AS s ON s.oid = b.dattablespace
      LEFT JOIN pg_catalog.pg_shdescription AS d ON d.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass AND d.objoid = b.oid
    UNION ALL
    SELECT 'tablespace', pg_catalog.quote_ident(s.spcname), pg_catalog.jsonb_build_object(
               'owner', pg_catalog.pg_get_userbyid(s.spcowner), 'grants', s.spcacl::text, 'options', s.spcoptions,
               'comment', pggit.scrub(d.description)), s.xmin
      FROM pg_catalog.pg_tablespace AS s
      LEFT JOIN pg_catalog.pg_shdescription AS d ON d.classoid = 'pg_catalog.pg_tablespace'::pg_catalog.regclass AND d.objoid = s.oid
    UNION ALL
    SELECT 'settings', CASE WHEN d.setrole = 0 THEN 'everybody' ELSE 'role ' || pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.setrole)) END
               || ' in ' || CASE WHEN d.setdatabase = 0 THEN 'all databases' ELSE coalesce(pg_catalog.quote_ident(b.datname), '?') END,
           pg_catalog.jsonb_build_object('settings', (SELECT pg_catalog.jsonb_agg(pggit.scrub(c) ORDER BY c COLLATE "C")
                                                        FROM pg_catalog.unnest(d.setconfig) AS c
                                                       WHERE c NOT LIKE 'pggit.current\_branch=%')), d.xmin
      FROM pg_catalog.pg_db_role_setting AS d LEFT JOIN pg_catalog.pg_database AS b ON b.oid = d.setdatabase
     -- a checkout shows its branch so; that is no finding
     WHERE EXISTS (SELECT FROM pg_catalog.unnest(d.setconfig) AS c WHERE c NOT LIKE 'pggit.current\_branch=%')
    UNION ALL
    SELECT 'parameter', p.parname, pg_catalog.jsonb_build_object('grants', p.paracl::text), p.xmin
      FROM pg_catalog.pg_parameter_acl AS p
    UNION ALL
    SELECT 'server setting', f.name, pg_catalog.jsonb_build_object('value', pggit.scrub(pg_catalog.string_agg(
               CASE WHEN f.name ~ '(conninfo|passphrase|password|command)' THEN pggit.redaction_mark(f.setting) ELSE f.setting END, ', ' ORDER BY f.seqno))), NULL
      FROM pg_catalog.pg_file_settings AS f WHERE f.name IS NOT NULL
     GROUP BY f.name
    UNION ALL
    SELECT 'security label', l.provider || ' on ' || l.classoid::pg_catalog.regclass::text || ' ' || l.objoid,
           pg_catalog.jsonb_build_object('label', l.label), l.xmin
      FROM pg_catalog.pg_shseclabel AS l
)
SELECT o.type, o.identity, pg_catalog.jsonb_strip_nulls(o.state)::text AS state,
       pg_catalog.to_char(CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on' AND o.version IS NOT NULL
                                AND pg_catalog.age(o.version) < 2000000000
                               THEN pg_catalog.pg_xact_commit_timestamp(o.version) END AT TIME ZONE 'UTC',
                          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS since
  FROM object AS o
 ORDER BY o.type COLLATE "C", o.identity COLLATE "C"
