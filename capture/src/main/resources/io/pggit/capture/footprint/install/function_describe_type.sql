-- An enum, composite, range, base or shell type, or a domain.
CREATE OR REPLACE FUNCTION pggit.describe_type(type oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    t          pg_type;
    more       record;
    attributes jsonb;
BEGIN
    SELECT * INTO t FROM pg_type AS p WHERE p.oid = type;
    parts := '{}';
    facts := jsonb_strip_nulls(jsonb_build_object(
        'owner', pg_get_userbyid(t.typowner),
        'grants', CASE WHEN t.typacl IS NOT NULL THEN pggit.grants(t.typacl, 'T', t.typowner) END,
        'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = type AND x.classoid = 'pg_type'::regclass AND x.objsubid = 0),
        'depends_on', CASE WHEN t.typtype = 'c' THEN pggit.depends_on('pg_class'::regclass, t.typrelid, t.typrelid)
                           ELSE pggit.depends_on('pg_type'::regclass, type, type) END));
    CASE t.typtype
        WHEN 'e' THEN
            facts := facts || jsonb_build_object('variant', 'enum', 'labels', coalesce((
                SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = type), '[]'));
        WHEN 'c' THEN
            more := pggit.describe_columns(t.typrelid, true);
            attributes := concat('{', more.facts, '}');
            parts := concat('{', more.parts, '}');
            facts := facts || jsonb_build_object('variant', 'composite',
                'attributes', attributes -> 'columns', 'attribute_order', attributes -> 'column_order');
        WHEN 'r' THEN
            facts := facts || (
                SELECT jsonb_strip_nulls(jsonb_build_object(
                           'variant', 'range',
                           'subtype', format_type(r.rngsubtype, NULL),
                           'subtype_operator_class', CASE WHEN NOT o.opcdefault THEN format('%I.%I', n.nspname, o.opcname) END,
                           'collation', CASE WHEN r.rngcollation <> s.typcollation THEN (
                               SELECT format('%I.%I', m.nspname, l.collname) FROM pg_collation AS l
                                 JOIN pg_namespace AS m ON m.oid = l.collnamespace WHERE l.oid = r.rngcollation) END,
                           'canonical', nullif(r.rngcanonical::regproc::text, '-'),
                           'subtype_diff', nullif(r.rngsubdiff::regproc::text, '-'),
                           'multirange', format_type(r.rngmultitypid, NULL)))
                  FROM pg_range AS r
                  JOIN pg_type AS s ON s.oid = r.rngsubtype
                  JOIN pg_opclass AS o ON o.oid = r.rngsubopc
                  JOIN pg_namespace AS n ON n.oid = o.opcnamespace
                 WHERE r.rngtypid = type);
        WHEN 'd' THEN
            facts := facts || (
                SELECT jsonb_strip_nulls(jsonb_build_object(
                           'base_type', format_type(t.typbasetype, t.typtypmod),
                           'collation', CASE WHEN t.typcollation <> b.typcollation THEN (
                               SELECT format('%I.%I', m.nspname, l.collname) FROM pg_collation AS l
                                 JOIN pg_namespace AS m ON m.oid = l.collnamespace WHERE l.oid = t.typcollation) END,
                           'default', CASE WHEN t.typdefaultbin IS NOT NULL THEN pg_get_expr(t.typdefaultbin, 0)
                                           ELSE t.typdefault END,
                           'not_null', CASE WHEN t.typnotnull THEN true END,
                           'not_null_name', (SELECT k.conname FROM pg_constraint AS k
                               WHERE k.conrelid = 0 AND k.contypid = type AND k.contype = 'n'
                                 AND k.conname <> concat(t.typname, '_not_null')),
                           'not_null_comment', (SELECT x.description FROM pg_constraint AS k
                                 JOIN pg_description AS x ON x.objoid = k.oid AND x.classoid = 'pg_constraint'::regclass
                               WHERE k.conrelid = 0 AND k.contypid = type AND k.contype = 'n')))
                  FROM pg_type AS b WHERE b.oid = t.typbasetype);
            more := pggit.describe_constraints(0, type);
            facts := facts || coalesce(more.facts, '{}');
            parts := coalesce(more.parts, '{}');
        ELSE
            facts := facts || pggit.describe_base_type(type);
    END CASE;
END
$$;
ALTER FUNCTION pggit.describe_type(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_type(oid) FROM PUBLIC;
