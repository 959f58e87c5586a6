-- "<kind> <identity>" of a top-level object, as facts name it elsewhere; its extension where it belongs to one; NULL when
-- it is not tracked.
CREATE OR REPLACE FUNCTION pggit.name_of(class oid, object oid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    named record;
BEGIN
    SELECT i.type, i.identity, (SELECT d.refobjid FROM pg_depend AS d
                                 WHERE d.classid = class AND d.objid = object AND d.deptype = 'e') AS extension
      INTO named FROM pg_identify_object(class, object, 0) AS i;
    IF named.extension IS NOT NULL THEN
        RETURN pggit.name_of('pg_extension'::regclass, named.extension);
    END IF;
    -- what initdb made is no dependency worth a line, except schema public
    IF object < 16384 AND object <> 2200 THEN
        RETURN NULL;
    END IF;
    IF named.type = 'type' THEN
        IF EXISTS (SELECT FROM pg_type AS t WHERE t.oid = object AND t.typtype = 'd') THEN
            named.type := 'domain';
        END IF;
    END IF;
    RETURN CASE named.type WHEN 'default acl' THEN 'default_privileges' ELSE translate(named.type, ' -', '__') END
        || ' ' || named.identity;
END
$$;
ALTER FUNCTION pggit.name_of(oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.name_of(oid, oid) FROM PUBLIC;
