-- A publication: its tables by qualified name, each with its columns and row filter where it has any; and its schemas.
CREATE OR REPLACE FUNCTION pggit.describe_publication(publication oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'all_tables', CASE WHEN p.puballtables THEN true END,
                   'tables', (SELECT jsonb_object_agg(format('%I.%I', n.nspname, c.relname), jsonb_strip_nulls(jsonb_build_object(
                                         'columns', (SELECT jsonb_agg(a.attname ORDER BY a.attnum) FROM pg_attribute AS a
                                                      WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)),
                                         'where', pg_get_expr(r.prqual, r.prrelid))))
                                FROM pg_publication_rel AS r
                                JOIN pg_class AS c ON c.oid = r.prrelid
                                JOIN pg_namespace AS n ON n.oid = c.relnamespace
                               WHERE r.prpubid = p.oid),
                   'schemas', (SELECT jsonb_agg(n.nspname ORDER BY n.nspname COLLATE "C")
                                 FROM pg_publication_namespace AS s
                                 JOIN pg_namespace AS n ON n.oid = s.pnnspid
                                WHERE s.pnpubid = p.oid),
                   'publish', to_jsonb(array_remove(ARRAY[CASE WHEN p.pubinsert THEN 'insert' END,
                       CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN 'delete' END,
                       CASE WHEN p.pubtruncate THEN 'truncate' END], NULL)),
                   'via_partition_root', CASE WHEN p.pubviaroot THEN true END,
                   -- PostgreSQL 18
                   'generated_columns', CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN 'stored' END,
                   'owner', pg_get_userbyid(p.pubowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = p.oid AND x.classoid = 'pg_publication'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_publication'::regclass, p.oid, p.oid)))
          FROM pg_publication AS p
         WHERE p.oid = publication);
END
$$;
ALTER FUNCTION pggit.describe_publication(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_publication(oid) FROM PUBLIC;
