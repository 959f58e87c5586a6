-- The elements of ddl_audit.objects for one command: what PostgreSQL reported, each by its top-level object and once, in the
-- order reported; then what the command changed besides, marked implied. JSON as text, as pggit.describe_object gives it.
-- tag               the command tag
-- script            its exact text; NULL when it is not known, which stands for any text
-- sent              all that the client sent, when the command itself is in it; NULL when a function ran it
-- classes, objects  what PostgreSQL reported
-- unnamed           kinds of object it reported without saying which (GRANT and the like)
DROP FUNCTION IF EXISTS pggit.objects_touched(text, text, oid[], oid[], text[]);
CREATE OR REPLACE FUNCTION pggit.objects_touched(tag text, script text, sent text, classes oid[], objects oid[], unnamed text[])
    RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    classes_direct  oid[] := '{}';
    objects_direct  oid[] := '{}';
    classes_implied oid[] := '{}';
    objects_implied oid[] := '{}';
    place           integer;
    silently        boolean := false;
    class           oid;
    object          oid;
    cause           text;
    key             text;
    element         text;
    elements        text[] := '{}';
    seen            jsonb := '{}';
    more            record;
BEGIN
    FOR place IN 1 .. cardinality(classes) LOOP
        more := pggit.top_level(classes[place], objects[place]);
        IF more.object IS NOT NULL THEN
            classes_direct := classes_direct || more.class;
            objects_direct := objects_direct || more.object;
        END IF;
    END LOOP;
    IF tag LIKE 'ALTER %' OR tag LIKE 'CREATE %' THEN
        silently := script IS NULL OR script ~* '\m(attach|owner|logged|unlogged)\M'
            OR tag LIKE 'ALTER %' AND script ~* '\m(type|expression)\M'
            OR classes_direct && ARRAY['pg_type'::regclass, 'pg_operator'::regclass, 'pg_opclass'::regclass,
                                       'pg_opfamily'::regclass, 'pg_extension'::regclass]::oid[];
        IF NOT silently THEN
            silently := EXISTS (SELECT FROM pg_inherits AS h WHERE h.inhparent = ANY (objects_direct));
        END IF;
    END IF;
    IF silently THEN
        SELECT coalesce(array_agg(c.class), '{}') AS classes, coalesce(array_agg(c.object), '{}') AS objects INTO more
          FROM pggit.changed_silently(classes_direct, objects_direct, script) AS c;
        classes_implied := more.classes;
        objects_implied := more.objects;
    END IF;
    IF tag LIKE 'ALTER %' AND (script IS NULL OR script ~* '\m(rename|schema)\M' OR tag = 'ALTER EXTENSION'
                               OR tag = 'ALTER TYPE' AND script ~* '\mstorage\M') THEN
        SELECT coalesce(array_agg(c.class), '{}') AS classes, coalesce(array_agg(c.object), '{}') AS objects INTO more
          FROM pggit.renamed_with(classes || classes_direct || classes_implied,
                                  objects || objects_direct || objects_implied) AS c;
        classes_implied := more.classes;
        objects_implied := more.objects;
    END IF;
    IF unnamed IS NOT NULL OR tag = 'DROP OWNED' OR tag = 'ALTER TABLE' AND coalesce(script ~* '\mdetach\M', true) THEN
        SELECT coalesce(array_agg(t.class), '{}') AS classes, coalesce(array_agg(t.object), '{}') AS objects INTO more
          FROM pggit.written_by_command(CASE WHEN tag IN ('GRANT', 'REVOKE') THEN unnamed
                                             WHEN tag = 'ALTER TABLE' THEN '{TABLE}'
                                             WHEN tag = 'ALTER DEFAULT PRIVILEGES' THEN '{}' END,
                                        CASE WHEN tag IN ('GRANT', 'REVOKE', 'ALTER TABLE') THEN pggit.names_in(sent) END) AS w,
               pggit.top_level(w.class, w.object) AS t
         WHERE t.object IS NOT NULL;
        IF tag IN ('GRANT', 'REVOKE', 'ALTER DEFAULT PRIVILEGES') THEN
            classes_direct := classes_direct || more.classes;
            objects_direct := objects_direct || more.objects;
        ELSE
            classes_implied := classes_implied || more.classes;
            objects_implied := objects_implied || more.objects;
        END IF;
    END IF;
    FOR place IN 1 .. cardinality(classes_direct) + cardinality(objects_implied) LOOP
        IF place <= cardinality(classes_direct) THEN
            class := classes_direct[place];
            object := objects_direct[place];
            cause := 'direct';
        ELSE
            class := classes_implied[place - cardinality(classes_direct)];
            object := objects_implied[place - cardinality(classes_direct)];
            cause := 'implied';
        END IF;
        key := concat(class, ' ', object);
        CONTINUE WHEN seen ? key;
        seen := seen || jsonb_build_object(key, true);
        element := pggit.describe_object(class, object, cause);
        IF element IS NULL THEN
            element := pggit.describe_own(class, object, cause);
        END IF;
        IF element IS NOT NULL THEN
            elements := elements || element;
        END IF;
    END LOOP;
    IF tag = 'ALTER EXTENSION' AND coalesce(script ~* '\mdrop\M', true) THEN
        -- what is no longer a member is tracked from now on, but nothing tells which object it is
        SELECT elements || coalesce(array_agg((a || '{"cause": "implied"}')::text), '{}') INTO elements
          FROM pggit.describe_all() AS a
         WHERE NOT seen ? concat(a ->> 'classid', ' ', a ->> 'objid');
    END IF;
    RETURN '[' || array_to_string(elements, ',') || ']';
END
$$;
ALTER FUNCTION pggit.objects_touched(text, text, text, oid[], oid[], text[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.objects_touched(text, text, text, oid[], oid[], text[]) FROM PUBLIC;
