-- Facts with the security labels of an object put in: its own under "security_labels", those of its columns in the columns.
CREATE OR REPLACE FUNCTION pggit.security_labels(class oid, object oid, facts jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- columns of a composite type belong to the relation behind it
    relation CONSTANT oid := CASE WHEN class = 'pg_class'::regclass THEN object
                                  ELSE (SELECT t.typrelid FROM pg_type AS t WHERE t.oid = object) END;
    label    record;
BEGIN
    FOR label IN SELECT jsonb_object_agg(s.provider, s.label) AS labels, s.objsubid, a.attname
                   FROM pg_seclabel AS s
                   LEFT JOIN pg_attribute AS a ON a.attrelid = relation AND a.attnum = s.objsubid
                  WHERE s.objoid = object AND s.classoid = class AND s.objsubid = 0
                     OR s.objoid = relation AND s.classoid = 'pg_class'::regclass AND s.objsubid <> 0
                  GROUP BY 2, 3 LOOP
        IF label.objsubid = 0 THEN
            facts := facts || jsonb_build_object('security_labels', label.labels);
        ELSE
            facts := jsonb_set(facts, ARRAY[CASE WHEN facts ? 'attributes' THEN 'attributes' ELSE 'columns' END,
                                            label.attname::text, 'security_labels'], label.labels);
        END IF;
    END LOOP;
    RETURN facts;
END
$$;
ALTER FUNCTION pggit.security_labels(oid, oid, jsonb) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.security_labels(oid, oid, jsonb) FROM PUBLIC;
