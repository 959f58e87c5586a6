-- One top-level object, as pggit.describe tells it; to be called under settings that fix how PostgreSQL spells things.
-- JSON as text: a wide table's facts are put together and parsed once, when they are stored.
-- cause    put in, where one is given
DROP FUNCTION IF EXISTS pggit.describe_object(oid, oid);
CREATE OR REPLACE FUNCTION pggit.describe_object(class oid, object oid, cause text DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kind      text;
    home      oid;
    inside    text;
    name      text;
    signature text;
    more      record;
    facts     text;
    parts     text := '{}';
    found_it  record;
BEGIN
    CASE class
        WHEN 'pg_class'::regclass THEN
            SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view'
                                  WHEN 'm' THEN 'materialized_view' WHEN 'S' THEN 'sequence'
                                  WHEN 'f' THEN 'foreign_table' END,
                   c.relnamespace, c.relname
              INTO kind, home, name FROM pg_class AS c WHERE c.oid = object AND c.relpersistence <> 't';
        WHEN 'pg_proc'::regclass THEN
            SELECT CASE p.prokind WHEN 'a' THEN 'aggregate' WHEN 'p' THEN 'procedure' ELSE 'function' END,
                   p.pronamespace, p.proname, oidvectortypes(p.proargtypes)
              INTO kind, home, name, signature FROM pg_proc AS p WHERE p.oid = object;
        WHEN 'pg_type'::regclass THEN
            SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END,
                   t.typnamespace, t.typname
              INTO kind, home, name FROM pg_type AS t WHERE t.oid = object;
        WHEN 'pg_namespace'::regclass THEN
            SELECT 'schema', n.oid, n.nspname INTO kind, home, name FROM pg_namespace AS n WHERE n.oid = object;
        WHEN 'pg_extension'::regclass THEN
            SELECT 'extension', NULL, e.extname INTO kind, home, name FROM pg_extension AS e WHERE e.oid = object;
        ELSE
            SELECT * INTO kind, home, name, signature FROM pggit.identify(class, object);
    END CASE;
    SELECT i.type, i.schema, i.identity, EXISTS (SELECT FROM pg_seclabel) AS labels,
           EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = class AND d.objid = object
                    AND (d.deptype = 'e'
                         OR d.deptype = 'i' AND class IN ('pg_proc'::regclass, 'pg_cast'::regclass))) AS part
      INTO found_it
      FROM pg_identify_object(class, object, 0) AS i;
    inside := found_it.schema;
    IF inside IS NULL AND home IS NOT NULL OR inside LIKE '"%' THEN
        -- not told, or quoted
        SELECT n.nspname INTO inside FROM pg_namespace AS n WHERE n.oid = home;
    END IF;
    -- gone, made by initdb, temporary, our own, the registry of a migration tool that uses us, a member of an extension, or made
    -- by PostgreSQL beside another object
    IF found_it.identity IS NULL OR object < 16384 AND object <> 2200
            OR coalesce(inside, '') ~ '^(pg_.*|information_schema|pggit|pggit_v0)$'
            OR found_it.part OR class IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
            OR class = 'pg_class'::regclass AND name LIKE 'tb\_pggit\_%'
            OR class IN ('pg_publication'::regclass, 'pg_extension'::regclass) AND found_it.identity = 'pggit' THEN
        RETURN NULL;
    END IF;
    IF class = 'pg_event_trigger'::regclass AND name ~ '^pggit_' THEN
        IF EXISTS (SELECT FROM pg_event_trigger AS t JOIN pg_proc AS p ON p.oid = t.evtfoid
                    WHERE t.oid = object AND p.pronamespace = 'pggit'::regnamespace) THEN
            RETURN NULL;
        END IF;
    END IF;
    CASE kind
        WHEN 'table', 'view', 'materialized_view', 'sequence', 'foreign_table' THEN
            more := pggit.describe_relation(object);
            facts := more.facts;
            parts := more.parts;
        WHEN 'function', 'procedure' THEN facts := pggit.describe_routine(object);
        WHEN 'aggregate' THEN facts := pggit.describe_aggregate(object);
        WHEN 'type', 'domain' THEN
            more := pggit.describe_type(object);
            facts := more.facts;
            parts := more.parts;
        WHEN 'schema' THEN facts := pggit.describe_schema(object);
        WHEN 'extension' THEN facts := pggit.describe_extension(object);
        ELSE
            IF kind IS NULL THEN
                RETURN pggit.unmodelled(class, object, cause);
            END IF;
            facts := pggit.describe_kind(kind, object);
    END CASE;
    IF found_it.labels THEN
        facts := pggit.security_labels(class, object, facts::jsonb);
    END IF;
    RETURN left(jsonb_strip_nulls(jsonb_build_object('classid', class::bigint, 'objid', object::bigint,
            'type', found_it.type, 'identity', found_it.identity, 'kind', kind, 'name', name,
            'schema', CASE WHEN kind <> 'schema' THEN inside END, 'signature', signature,
            'cause', cause))::text, -1)
        || ',"facts":' || pggit.redact_facts(facts) || ',"parts":' || parts || '}';
END
$$;
ALTER FUNCTION pggit.describe_object(oid, oid, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_object(oid, oid, text) FROM PUBLIC;
