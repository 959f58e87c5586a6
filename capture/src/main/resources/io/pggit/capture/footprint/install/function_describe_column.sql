-- A column that is not as most are. pggit.describe_columns tells the others without asking for each.
-- expression   its default, or what generates it
-- comment      the one on it
-- more         what is not as usual about its NOT NULL
CREATE OR REPLACE FUNCTION pggit.describe_column(a pg_catalog.pg_attribute, expression text, comment text, more jsonb)
    RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
    -- not as pggit.describe_columns has it
    SET enable_mergejoin = off SET enable_nestloop = on AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'type', format_type(a.atttypid, a.atttypmod),
                   'not_null', CASE WHEN a.attnotnull THEN true END,
                   'default', CASE WHEN a.attgenerated = '' THEN expression END,
                   'generated', CASE WHEN a.attgenerated <> '' THEN
                       jsonb_build_object('kind', CASE a.attgenerated WHEN 's' THEN 'stored' ELSE 'virtual' END,
                                          'expression', expression) END,
                   'identity', CASE WHEN a.attidentity <> '' THEN
                       pggit.describe_identity(a.attrelid, a.attnum, a.attidentity) END,
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
                   'comment', comment,
                   'inherited', CASE WHEN a.attinhcount > 0 THEN true END,
                   -- of a partition this tells only how it was made
                   'local', CASE WHEN a.attinhcount > 0 AND a.attislocal AND NOT c.relispartition THEN true END))
               || coalesce(more, '{}')
          FROM pg_class AS c, pg_type AS t
         WHERE c.oid = a.attrelid AND t.oid = a.atttypid);
END
$$;
ALTER FUNCTION pggit.describe_column(pg_catalog.pg_attribute, text, text, jsonb) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_column(pg_catalog.pg_attribute, text, text, jsonb) FROM PUBLIC;
