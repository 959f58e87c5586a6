-- The constraints of a relation or a domain; NOT NULL is part of the column or domain, a constraint trigger is a trigger.
-- facts    {constraints: {name: ...}}; what is special about the index behind a constraint stands under "index"
-- parts    {constraints: {name: {classid, objid}}}
CREATE OR REPLACE FUNCTION pggit.describe_constraints(relation oid, domain oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT * INTO facts, parts FROM (
        SELECT jsonb_build_object('constraints', jsonb_object_agg(k.conname, jsonb_strip_nulls(jsonb_build_object(
                   'type', CASE k.contype WHEN 'p' THEN 'primary_key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign_key'
                                          WHEN 'x' THEN 'exclusion' ELSE 'check' END,
                   'definition', pg_get_constraintdef(k.oid),
                   'validated', CASE WHEN NOT k.convalidated THEN false END,
                   'deferrable', CASE WHEN k.condeferrable THEN true END,
                   'initially_deferred', CASE WHEN k.condeferred THEN true END,
                   'no_inherit', CASE WHEN k.contype = 'c' AND k.connoinherit THEN true END,
                   'inherited', CASE WHEN k.coninhcount > 0 THEN true END,
                   -- of a partition this tells only how it was made
                   'local', CASE WHEN k.coninhcount > 0 AND k.conislocal
                       AND NOT (SELECT c.relispartition FROM pg_class AS c WHERE c.oid = k.conrelid) THEN true END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = k.oid AND x.classoid = 'pg_constraint'::regclass AND x.objsubid = 0),
                   'index', CASE WHEN k.contype IN ('p', 'u', 'x') THEN nullif(pggit.describe_index(k.conindid), '{}') END)))),
               jsonb_build_object('constraints',
                   jsonb_object_agg(k.conname, jsonb_build_object('classid', 'pg_constraint'::regclass::oid::bigint,
                                                                  'objid', k.oid::bigint)))
          FROM pg_constraint AS k
         WHERE k.conrelid = relation AND k.contypid = domain AND k.contype NOT IN ('n', 't')
           -- made beside a foreign key for each partition of the table it points to
           AND NOT (k.contype = 'f' AND k.conparentid <> 0
                    AND EXISTS (SELECT FROM pg_constraint AS p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid))
        HAVING count(*) > 0) AS described;
END
$$;
ALTER FUNCTION pggit.describe_constraints(oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_constraints(oid, oid) FROM PUBLIC;
