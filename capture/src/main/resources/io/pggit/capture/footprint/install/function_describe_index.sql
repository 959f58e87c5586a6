-- What an index has beyond its definition, as far as it is not as usual.
CREATE OR REPLACE FUNCTION pggit.describe_index(index oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'valid', CASE WHEN NOT i.indisvalid THEN false END,
                   'clustered', CASE WHEN i.indisclustered THEN true END,
                   'replica_identity', CASE WHEN i.indisreplident THEN true END,
                   'options', pggit.options(c.reloptions, ''),
                   'tablespace', (SELECT t.spcname FROM pg_tablespace AS t WHERE t.oid = c.reltablespace),
                   'statistics', (SELECT jsonb_object_agg(a.attnum, a.attstattarget) FROM pg_attribute AS a
                                   WHERE a.attrelid = index AND a.attstattarget >= 0),
                   'partition_of', (SELECT format('%I.%I', n.nspname, p.relname) FROM pg_inherits AS h
                                      JOIN pg_class AS p ON p.oid = h.inhparent JOIN pg_namespace AS n ON n.oid = p.relnamespace
                                     WHERE h.inhrelid = index),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = index AND x.classoid = 'pg_class'::regclass AND x.objsubid = 0)))
          FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
         WHERE i.indexrelid = index);
END
$$;
ALTER FUNCTION pggit.describe_index(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_index(oid) FROM PUBLIC;
