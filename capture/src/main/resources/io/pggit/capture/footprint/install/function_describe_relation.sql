-- A table, view, materialized view, sequence or foreign table: JSON as text.
DROP FUNCTION IF EXISTS pggit.describe_relation(oid);
CREATE FUNCTION pggit.describe_relation(relation oid, OUT facts text, OUT parts text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own     jsonb;
    beside  jsonb := '{}';
    c       pg_class;
    has     record;
    more    record;
    columns record;
    comment text;
BEGIN
    -- one look for what most relations do not have
    SELECT p AS relation,
           EXISTS (SELECT FROM pg_description AS x WHERE x.objoid = p.oid AND x.classoid = 'pg_class'::regclass) AS comments,
           (SELECT t.reloptions FROM pg_class AS t WHERE t.oid = p.reltoastrelid) AS toast,
           EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = p.oid AND k.contype NOT IN ('n', 't')) AS constraints,
           EXISTS (SELECT FROM pg_statistic_ext AS s WHERE s.stxrelid = p.oid) AS statistics,
           EXISTS (SELECT FROM pg_policy AS o WHERE o.polrelid = p.oid) AS policies,
           EXISTS (SELECT FROM pg_inherits AS h WHERE h.inhrelid = p.oid) AS parents
      INTO has FROM pg_class AS p WHERE p.oid = describe_relation.relation;
    c := has.relation;
    IF has.comments THEN
        SELECT x.description INTO comment FROM pg_description AS x
         WHERE x.objoid = relation AND x.classoid = 'pg_class'::regclass AND x.objsubid = 0;
    END IF;
    own := jsonb_strip_nulls(jsonb_build_object(
        'owner', pg_get_userbyid(c.relowner),
        'grants', CASE WHEN c.relacl IS NOT NULL THEN
            pggit.grants(c.relacl, CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner) END,
        'comment', comment,
        'persistence', CASE c.relpersistence WHEN 'u' THEN 'unlogged' END,
        'query', CASE WHEN c.relkind IN ('v', 'm') THEN btrim(pg_get_viewdef(relation), E' ;\n') END,
        'options', CASE WHEN c.reloptions IS NOT NULL OR has.toast IS NOT NULL THEN
            nullif(coalesce(pggit.options(c.reloptions, ''), '{}') || coalesce(pggit.options(has.toast, 'toast.'), '{}'), '{}') END,
        'depends_on', pggit.depends_on('pg_class'::regclass, relation, relation)));
    -- 2 is heap, on every server
    IF c.relam NOT IN (0, 2) AND c.relkind <> 'S' THEN
        own := own || jsonb_build_object('access_method', (SELECT a.amname FROM pg_am AS a WHERE a.oid = c.relam));
    END IF;
    IF c.reltablespace <> 0 THEN
        own := own || jsonb_build_object('tablespace', (SELECT s.spcname FROM pg_tablespace AS s WHERE s.oid = c.reltablespace));
    END IF;
    IF c.relkind = 'S' THEN
        facts := own || pggit.sequence_options(relation) || jsonb_strip_nulls(jsonb_build_object('owned_by', (
            SELECT jsonb_build_object('schema', n.nspname, 'table', t.relname, 'column', a.attname)
              FROM pg_depend AS d
              JOIN pg_class AS t ON t.oid = d.refobjid
              JOIN pg_namespace AS n ON n.oid = t.relnamespace
              JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
             WHERE d.classid = 'pg_class'::regclass AND d.objid = relation AND d.deptype = 'a'
               AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0)));
        parts := '{}';
        RETURN;
    END IF;
    columns := pggit.describe_columns(relation, has.comments);
    IF c.relkind NOT IN ('v', 'm') THEN
        IF c.relkind <> 'r' OR c.relrowsecurity OR c.relforcerowsecurity OR c.relreplident <> 'd' OR c.reloftype <> 0
                OR has.parents THEN
            own := own || pggit.describe_table(c);
        END IF;
        IF has.constraints THEN
            more := pggit.describe_constraints(relation, 0);
            own := own || coalesce(more.facts, '{}');
            beside := beside || coalesce(more.parts, '{}');
        END IF;
    END IF;
    IF c.relkind = 'f' THEN
        own := own || pggit.describe_foreign_table(relation);
    END IF;
    IF has.statistics THEN
        more := pggit.describe_statistics(relation);
        own := own || more.facts;
        beside := beside || more.parts;
    END IF;
    -- these flags are never false where there is something, so most tables are spared the look
    IF c.relhasindex THEN
        more := pggit.describe_indexes(relation);
        own := own || coalesce(more.facts, '{}');
        beside := beside || coalesce(more.parts, '{}');
    END IF;
    IF c.relhastriggers THEN
        more := pggit.describe_triggers(relation);
        own := own || coalesce(more.facts, '{}');
        beside := beside || coalesce(more.parts, '{}');
    END IF;
    IF c.relhasrules THEN
        more := pggit.describe_rules(relation);
        own := own || coalesce(more.facts, '{}');
        beside := beside || coalesce(more.parts, '{}');
    END IF;
    IF has.policies THEN
        more := pggit.describe_policies(relation);
        own := own || coalesce(more.facts, '{}');
        beside := beside || coalesce(more.parts, '{}');
    END IF;
    -- texts put side by side: a wide table's are never a tree here
    facts := left(own::text, -1) || ',' || columns.facts || '}';
    parts := CASE WHEN columns.parts IS NULL THEN beside::text
                  WHEN beside = '{}' THEN '{' || columns.parts || '}'
                  ELSE left(beside::text, -1) || ',' || columns.parts || '}' END;
END
$$;
ALTER FUNCTION pggit.describe_relation(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_relation(oid) FROM PUBLIC;
