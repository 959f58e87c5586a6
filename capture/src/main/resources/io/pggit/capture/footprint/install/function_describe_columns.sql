-- The columns of a relation, or the attributes of a composite type.
-- Members of JSON objects, as text: a wide table's are put together, not parsed, until the whole row is.
-- commented  whether the relation or one of them may have a comment
-- facts      "columns": {name: ...}, "column_order": [name, ...]
-- parts      "columns": {name: attribute number}; NULL when there are none
DROP FUNCTION IF EXISTS pggit.describe_columns(oid);
CREATE OR REPLACE FUNCTION pggit.describe_columns(relation oid, commented boolean, OUT facts text, OUT parts text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
    -- columns and defaults are merged in the order of their numbers, which both indexes have
    SET enable_mergejoin = on SET enable_nestloop = off AS $$
DECLARE
    comments jsonb;
    unusual  jsonb;
BEGIN
    IF commented THEN
        SELECT jsonb_object_agg(x.objsubid, x.description) INTO comments FROM pg_description AS x
         WHERE x.objoid = relation AND x.classoid = 'pg_class'::regclass AND x.objsubid > 0;
    END IF;
    IF current_setting('server_version_num')::integer >= 180000 THEN
        -- from 18 on a NOT NULL is a constraint: what is not as usual about it
        SELECT jsonb_object_agg(n.attnum, n.fact) INTO unusual
          FROM (
            SELECT k.conkey[1] AS attnum, jsonb_strip_nulls(jsonb_build_object(
                       'not_null_name', CASE WHEN k.conname <> (
                               SELECT concat((SELECT c.relname FROM pg_class AS c WHERE c.oid = relation), '_', a.attname, '_not_null')
                                 FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attnum = k.conkey[1])
                           THEN k.conname END,
                       'not_null_no_inherit', CASE WHEN k.connoinherit THEN true END,
                       'not_null_validated', CASE WHEN NOT k.convalidated THEN false END,
                       'not_null_comment', (SELECT y.description FROM pg_description AS y
                           WHERE y.objoid = k.oid AND y.classoid = 'pg_constraint'::regclass AND y.objsubid = 0))) AS fact
              FROM pg_constraint AS k
             WHERE k.conrelid = relation AND k.contype = 'n') AS n
         WHERE n.fact <> '{}';
    END IF;
    SELECT concat('"columns":{', string_agg(d.name || ':' || d.fact, ','),
                  '},"column_order":[', string_agg(d.name, ','), ']'),
           '"columns":{' || string_agg(d.name || ':' || d.attnum, ',') || '}'
      INTO facts, parts
      FROM (
        SELECT a.attnum, to_json(a.attname::text)::text AS name,
               -- a default mentions no column, so it is read without its table, much faster; what generates a column does
               CASE WHEN a.attidentity = '' AND a.attgenerated = '' AND a.attcompression = '' AND coalesce(a.attstattarget, -1) < 0
                         AND a.attoptions IS NULL AND a.attfdwoptions IS NULL AND a.attacl IS NULL
                         AND (a.attinhcount = 0 OR NOT a.attislocal)
                         AND CASE WHEN a.attlen > 0 AND a.attcollation = 0 THEN true -- a type of fixed length has one storage
                                  WHEN a.atttypid IN ('text'::regtype, 'varchar'::regtype)
                                      THEN a.attcollation = 'pg_catalog."default"'::regcollation AND a.attstorage = 'x'
                                  ELSE (SELECT t.typcollation = a.attcollation AND t.typstorage = a.attstorage
                                          FROM pg_type AS t WHERE t.oid = a.atttypid) END
                         AND (unusual IS NULL OR NOT unusual ? a.attnum::text) THEN
                   '{"type":' || to_json(format_type(a.atttypid, a.atttypmod))
                       || CASE WHEN a.attnotnull THEN ',"not_null":true' ELSE '' END
                       || CASE WHEN a.atthasdef THEN ',"default":' || to_json(pg_get_expr(x.adbin, 0)) ELSE '' END
                       || CASE WHEN a.attinhcount > 0 THEN ',"inherited":true' ELSE '' END
                       || CASE WHEN comments ? a.attnum::text THEN ',"comment":' || (comments -> a.attnum::text)::text ELSE '' END
                       || '}'
               ELSE pggit.describe_column(a, pg_get_expr(x.adbin, CASE WHEN a.attgenerated = '' THEN 0 ELSE relation END), comments ->> a.attnum::text,
                                          unusual -> a.attnum::text)::text END AS fact
          FROM pg_attribute AS a
          LEFT JOIN pg_attrdef AS x ON x.adrelid = a.attrelid AND x.adnum = a.attnum
         WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped
         ORDER BY a.attnum) AS d;
END
$$;
ALTER FUNCTION pggit.describe_columns(oid, boolean) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_columns(oid, boolean) FROM PUBLIC;
