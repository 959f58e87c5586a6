-- The columns of a relation, or the attributes of a composite type.
-- facts    {columns: {name: ...}, column_order: [name, ...]}
-- parts    {columns: {name: attribute number}}
CREATE OR REPLACE FUNCTION pggit.describe_columns(relation oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    SELECT jsonb_build_object('columns', coalesce(jsonb_object_agg(described.attname, described.fact), '{}'),
                              'column_order', coalesce(jsonb_agg(described.attname), '[]')),
           CASE WHEN count(*) > 0 THEN jsonb_build_object('columns', jsonb_object_agg(described.attname, described.attnum))
                ELSE '{}' END
      INTO facts, parts
      FROM (
        SELECT a.attnum, a.attname,
               -- most columns are plain, and building their facts by the long list would cost most of a DDL's overhead
               CASE WHEN d.oid IS NULL AND k.oid IS NULL AND x.description IS NULL AND a.attidentity = ''
                         AND a.attgenerated = '' AND a.attcollation = t.typcollation AND a.attstorage = t.typstorage
                         AND a.attcompression = '' AND coalesce(a.attstattarget, -1) < 0 AND a.attoptions IS NULL
                         AND a.attfdwoptions IS NULL AND a.attacl IS NULL AND a.attinhcount = 0 THEN
                   CASE WHEN a.attnotnull THEN jsonb_build_object('type', format_type(a.atttypid, a.atttypmod), 'not_null', true)
                        ELSE jsonb_build_object('type', format_type(a.atttypid, a.atttypmod)) END
               ELSE jsonb_strip_nulls(jsonb_build_object(
                   'type', format_type(a.atttypid, a.atttypmod),
                   'not_null', CASE WHEN a.attnotnull THEN true END,
                   -- from 18 on a NOT NULL is a constraint: what is not as usual about it
                   'not_null_name', CASE WHEN k.conname <> concat(c.relname, '_', a.attname, '_not_null') THEN k.conname END,
                   'not_null_no_inherit', CASE WHEN k.connoinherit THEN true END,
                   'not_null_validated', CASE WHEN NOT k.convalidated THEN false END,
                   'not_null_comment', CASE WHEN k.oid IS NOT NULL THEN (SELECT y.description FROM pg_description AS y
                       WHERE y.objoid = k.oid AND y.classoid = 'pg_constraint'::regclass AND y.objsubid = 0) END,
                   'default', CASE WHEN d.oid IS NOT NULL AND a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
                   'generated', CASE WHEN a.attgenerated <> '' THEN jsonb_build_object(
                       'kind', CASE a.attgenerated WHEN 's' THEN 'stored' ELSE 'virtual' END,
                       'expression', pg_get_expr(d.adbin, d.adrelid)) END,
                   'identity', CASE WHEN a.attidentity <> '' THEN
                       pggit.describe_identity(relation, a.attnum, a.attidentity) END,
                   'collation', CASE WHEN a.attcollation <> t.typcollation THEN (
                       SELECT format('%I.%I', n.nspname, l.collname) FROM pg_collation AS l
                         JOIN pg_namespace AS n ON n.oid = l.collnamespace WHERE l.oid = a.attcollation) END,
                   'storage', CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage
                       WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END,
                   'compression', CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
                   'statistics', CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END,
                   'options', CASE WHEN a.attoptions IS NOT NULL THEN pggit.options(a.attoptions, '') END,
                   'foreign_options', CASE WHEN a.attfdwoptions IS NOT NULL THEN pggit.secret_free(a.attfdwoptions) END,
                   'grants', CASE WHEN a.attacl IS NOT NULL THEN pggit.grants(a.attacl, 'c', c.relowner) END,
                   'comment', x.description,
                   'inherited', CASE WHEN a.attinhcount > 0 THEN true END,
                   -- of a partition this tells only how it was made
                   'local', CASE WHEN a.attinhcount > 0 AND a.attislocal AND NOT c.relispartition THEN true END)) END AS fact
          FROM pg_class AS c
          JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          JOIN pg_type AS t ON t.oid = a.atttypid
          LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef
          LEFT JOIN pg_description AS x
            ON x.objoid = a.attrelid AND x.classoid = 'pg_class'::regclass AND x.objsubid = a.attnum
          LEFT JOIN pg_constraint AS k
            ON k.conrelid = a.attrelid AND k.contypid = 0 AND k.contype = 'n' AND k.conkey[1] = a.attnum
         WHERE c.oid = relation
         ORDER BY a.attnum) AS described;
END
$$;
ALTER FUNCTION pggit.describe_columns(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_columns(oid) FROM PUBLIC;
