-- The columns of a relation, or the attributes of a composite type.
-- facts    {columns: {name: ...}, column_order: [name, ...]}
-- parts    {columns: {name: attribute number}}
CREATE OR REPLACE FUNCTION pggit.describe_columns(relation oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    comments CONSTANT jsonb := (
        SELECT jsonb_object_agg(x.objsubid, x.description) FROM pg_description AS x
         WHERE x.objoid = relation AND x.classoid = 'pg_class'::regclass AND x.objsubid > 0);
    -- in one look: one for each column would read the whole catalog each time where the plan was made while it was small; what
    -- mentions no column, as no default does, is read much faster without its table
    expressions CONSTANT jsonb := (
        SELECT jsonb_object_agg(d.adnum, pg_get_expr(d.adbin, CASE WHEN strpos(d.adbin::text, '{VAR ') > 0 THEN relation ELSE 0 END))
          FROM pg_attrdef AS d WHERE d.adrelid = relation);
    unusual  jsonb;
BEGIN
    IF current_setting('server_version_num')::integer >= 180000 THEN
        -- from 18 on a NOT NULL is a constraint: what is not as usual about it
        SELECT jsonb_object_agg(n.attnum, n.fact) INTO unusual
          FROM (
            SELECT a.attnum, jsonb_strip_nulls(jsonb_build_object(
                       'not_null_name', CASE WHEN k.conname <> concat(c.relname, '_', a.attname, '_not_null') THEN k.conname END,
                       'not_null_no_inherit', CASE WHEN k.connoinherit THEN true END,
                       'not_null_validated', CASE WHEN NOT k.convalidated THEN false END,
                       'not_null_comment', (SELECT y.description FROM pg_description AS y
                           WHERE y.objoid = k.oid AND y.classoid = 'pg_constraint'::regclass AND y.objsubid = 0))) AS fact
              FROM pg_constraint AS k
              JOIN pg_class AS c ON c.oid = k.conrelid
              JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
             WHERE k.conrelid = relation AND k.contype = 'n') AS n
         WHERE n.fact <> '{}';
    END IF;
    -- put together as text and read once: in a wide table, a tree for each column would cost most of a DDL's overhead
    SELECT concat('{"columns":{', string_agg(d.name || ':' || d.fact, ','),
                  '},"column_order":[', string_agg(d.name, ',' ORDER BY d.attnum), ']}'),
           CASE WHEN count(*) > 0 THEN
               concat('{"columns":{', string_agg(d.name || ':' || d.attnum, ','), '}}')
           ELSE '{}' END
      INTO facts, parts
      FROM (
        SELECT a.attnum, to_json(a.attname::text)::text AS name,
               CASE WHEN a.attidentity = '' AND a.attgenerated = '' AND a.attcollation = t.typcollation
                         AND a.attstorage = t.typstorage AND a.attcompression = '' AND coalesce(a.attstattarget, -1) < 0
                         AND a.attoptions IS NULL AND a.attfdwoptions IS NULL AND a.attacl IS NULL AND a.attinhcount = 0
                         AND (comments IS NULL OR NOT comments ? a.attnum::text)
                         AND (unusual IS NULL OR NOT unusual ? a.attnum::text) THEN
                   '{"type":' || to_json(format_type(a.atttypid, a.atttypmod))
                       || CASE WHEN a.attnotnull THEN ',"not_null":true' ELSE '' END
                       || CASE WHEN a.atthasdef THEN ',"default":' || (expressions -> a.attnum::text)::text ELSE '' END
                       || '}'
               ELSE (jsonb_strip_nulls(jsonb_build_object(
                   'type', format_type(a.atttypid, a.atttypmod),
                   'not_null', CASE WHEN a.attnotnull THEN true END,
                   'default', CASE WHEN a.attgenerated = '' THEN expressions -> a.attnum::text END,
                   'generated', CASE WHEN a.attgenerated <> '' THEN
                       jsonb_build_object('kind', CASE a.attgenerated WHEN 's' THEN 'stored' ELSE 'virtual' END,
                                          'expression', expressions -> a.attnum::text) END,
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
                   'grants', CASE WHEN a.attacl IS NOT NULL THEN pggit.grants(a.attacl, 'c', (
                       SELECT c.relowner FROM pg_class AS c WHERE c.oid = relation)) END,
                   'comment', comments ->> a.attnum::text,
                   'inherited', CASE WHEN a.attinhcount > 0 THEN true END,
                   -- of a partition this tells only how it was made
                   'local', CASE WHEN a.attinhcount > 0 AND a.attislocal AND NOT (
                       SELECT c.relispartition FROM pg_class AS c WHERE c.oid = relation) THEN true END))
                   || coalesce(unusual -> a.attnum::text, '{}'))::text END AS fact
          FROM pg_attribute AS a
          JOIN pg_type AS t ON t.oid = a.atttypid
         WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped) AS d;
END
$$;
ALTER FUNCTION pggit.describe_columns(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_columns(oid) FROM PUBLIC;
