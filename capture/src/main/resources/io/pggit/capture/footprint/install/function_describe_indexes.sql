-- The indexes of a relation that no constraint stands for.
-- facts    {indexes: {name: ...}}; what an index depends on stands in it, since its drop names no table
-- parts    {indexes: {name: {classid, objid}}}
CREATE OR REPLACE FUNCTION pggit.describe_indexes(relation oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT * INTO facts, parts FROM (
        SELECT jsonb_build_object('indexes', jsonb_object_agg(c.relname, pggit.describe_index(c.oid)
                   || jsonb_strip_nulls(jsonb_build_object(
                          'definition', pg_get_indexdef(c.oid),
                          'depends_on', pggit.depends_on('pg_class'::regclass, c.oid, relation))))),
               jsonb_build_object('indexes',
                   jsonb_object_agg(c.relname, jsonb_build_object('classid', 'pg_class'::regclass::oid::bigint,
                                                                  'objid', c.oid::bigint)))
          FROM pg_index AS i
          JOIN pg_class AS c ON c.oid = i.indexrelid
         WHERE i.indrelid = relation
           AND NOT EXISTS (SELECT FROM pg_constraint AS k
                            WHERE k.conrelid = relation AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        HAVING count(*) > 0) AS described;
END
$$;
ALTER FUNCTION pggit.describe_indexes(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_indexes(oid) FROM PUBLIC;
