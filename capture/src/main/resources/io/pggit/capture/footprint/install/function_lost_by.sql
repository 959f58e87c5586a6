-- The relation that a dropped column, default, trigger, policy, rule or constraint was of; NULL when it is gone too, and for
-- whatever is no part of a relation. Arguments as pg_event_trigger_dropped_objects() tells them.
CREATE OR REPLACE FUNCTION pggit.lost_by(class oid, part integer, type text, names text[]) RETURNS oid
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF class = 'pg_class'::regclass AND part <> 0 OR class = 'pg_constraint'::regclass AND type = 'table constraint'
            OR class IN ('pg_attrdef'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass, 'pg_rewrite'::regclass) THEN
        RETURN (SELECT c.oid FROM pg_namespace AS n JOIN pg_class AS c ON c.relnamespace = n.oid
                 WHERE n.nspname = names[1] AND c.relname = names[2]);
    END IF;
    RETURN NULL;
END
$$;
ALTER FUNCTION pggit.lost_by(oid, integer, text, text[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.lost_by(oid, integer, text, text[]) FROM PUBLIC;
