-- A table, view, materialized view, sequence or foreign table.
CREATE OR REPLACE FUNCTION pggit.describe_relation(relation oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c    pg_class;
    has  record;
    more record;
    columns record;
BEGIN
    SELECT * INTO c FROM pg_class AS p WHERE p.oid = relation;
    -- one look for what most relations do not have
    SELECT (SELECT x.description FROM pg_description AS x
             WHERE x.objoid = relation AND x.classoid = 'pg_class'::regclass AND x.objsubid = 0) AS comment,
           (SELECT t.reloptions FROM pg_class AS t WHERE t.oid = c.reltoastrelid) AS toast,
           (SELECT a.amname FROM pg_am AS a WHERE a.oid = c.relam AND a.amname <> 'heap') AS access_method,
           (SELECT s.spcname FROM pg_tablespace AS s WHERE s.oid = c.reltablespace) AS tablespace,
           EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = relation AND k.contype NOT IN ('n', 't')) AS constraints,
           EXISTS (SELECT FROM pg_statistic_ext AS s WHERE s.stxrelid = relation) AS statistics,
           EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = relation) AS policies
      INTO has;
    parts := '{}';
    facts := jsonb_strip_nulls(jsonb_build_object(
        'owner', pg_get_userbyid(c.relowner),
        'grants', CASE WHEN c.relacl IS NOT NULL THEN
            pggit.grants(c.relacl, CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner) END,
        'comment', has.comment,
        'persistence', CASE c.relpersistence WHEN 'u' THEN 'unlogged' END,
        'depends_on', pggit.depends_on('pg_class'::regclass, relation, relation)));
    IF c.relkind = 'S' THEN
        facts := facts || pggit.sequence_options(relation) || jsonb_strip_nulls(jsonb_build_object('owned_by', (
            SELECT jsonb_build_object('schema', n.nspname, 'table', t.relname, 'column', a.attname)
              FROM pg_depend AS d
              JOIN pg_class AS t ON t.oid = d.refobjid
              JOIN pg_namespace AS n ON n.oid = t.relnamespace
              JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
             WHERE d.classid = 'pg_class'::regclass AND d.objid = relation AND d.deptype = 'a'
               AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0)));
        RETURN;
    END IF;
    columns := pggit.describe_columns(relation);
    IF c.relkind = 'v' THEN
        facts := facts || jsonb_strip_nulls(jsonb_build_object(
            'query', btrim(pg_get_viewdef(relation), E' ;\n'),
            'options', pggit.options(c.reloptions, '')));
    ELSE
        facts := facts || jsonb_strip_nulls(jsonb_build_object(
            'query', CASE c.relkind WHEN 'm' THEN btrim(pg_get_viewdef(relation), E' ;\n') END,
            'options', nullif(
                CASE WHEN c.reloptions IS NULL THEN '{}' ELSE coalesce(pggit.options(c.reloptions, ''), '{}') END
                || CASE WHEN has.toast IS NULL THEN '{}' ELSE coalesce(pggit.options(has.toast, 'toast.'), '{}') END, '{}'),
            'access_method', has.access_method,
            'tablespace', has.tablespace));
        IF c.relkind <> 'm' THEN
            facts := facts || pggit.describe_table(c);
            IF has.constraints THEN
                more := pggit.describe_constraints(relation, 0);
                facts := facts || coalesce(more.facts, '{}');
                parts := parts || coalesce(more.parts, '{}');
            END IF;
        END IF;
        IF c.relkind = 'f' THEN
            facts := facts || pggit.describe_foreign_table(relation);
        END IF;
        IF has.statistics THEN
            more := pggit.describe_statistics(relation);
            facts := facts || more.facts;
            parts := parts || more.parts;
        END IF;
    END IF;
    -- these flags are never false where there is something, so most tables are spared the look
    IF c.relhasindex THEN
        more := pggit.describe_indexes(relation);
        facts := facts || coalesce(more.facts, '{}');
        parts := parts || coalesce(more.parts, '{}');
    END IF;
    IF c.relhastriggers THEN
        more := pggit.describe_triggers(relation);
        facts := facts || coalesce(more.facts, '{}');
        parts := parts || coalesce(more.parts, '{}');
    END IF;
    IF c.relhasrules THEN
        more := pggit.describe_rules(relation);
        facts := facts || coalesce(more.facts, '{}');
        parts := parts || coalesce(more.parts, '{}');
    END IF;
    IF has.policies THEN
        more := pggit.describe_policies(relation);
        facts := facts || coalesce(more.facts, '{}');
        parts := parts || coalesce(more.parts, '{}');
    END IF;
    -- last: a wide table's columns are copied once
    facts := facts || columns.facts;
    parts := columns.parts || parts;
END
$$;
ALTER FUNCTION pggit.describe_relation(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_relation(oid) FROM PUBLIC;
