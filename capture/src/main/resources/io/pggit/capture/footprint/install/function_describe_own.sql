-- An object of ours by its identity: it has no facts, but somebody who changes it is recorded. NULL for any other.
DROP FUNCTION IF EXISTS pggit.describe_own(oid, oid);
CREATE OR REPLACE FUNCTION pggit.describe_own(class oid, object oid, cause text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT pggit.unmodelled(class, object, cause)
          FROM pg_identify_object(class, object, 0) AS i
         WHERE i.schema IN ('pggit', 'pggit_v0')
            OR class = 'pg_namespace'::regclass AND i.identity IN ('pggit', 'pggit_v0')
            OR class IN ('pg_publication'::regclass, 'pg_extension'::regclass) AND i.identity = 'pggit');
END
$$;
ALTER FUNCTION pggit.describe_own(oid, oid, text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_own(oid, oid, text) FROM PUBLIC;
