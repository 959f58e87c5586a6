-- The top-level objects whose catalog rows this transaction has written since its last command: what GRANT, REVOKE,
-- ALTER DEFAULT PRIVILEGES, DROP OWNED and DETACH changed, since PostgreSQL reports no object for them. Scans catalogs.
-- types    what kinds of object, in the words of GRANT (TABLE, FUNCTION, ...); NULL for all
CREATE OR REPLACE FUNCTION pggit.written_by_command(types text[]) RETURNS TABLE (class oid, object oid)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- command ids count up within a transaction, over savepoints too
    since CONSTANT bigint := coalesce((SELECT a.cmin::text::bigint FROM pggit.ddl_audit AS a
                                        WHERE a.xid = pg_current_xact_id() AND a.transaction_at = now()
                                          AND a.event = 'ddl_command_end' ORDER BY a.seq DESC LIMIT 1), -1);
BEGIN
    IF types IS NULL OR types && '{TABLE,SEQUENCE}' THEN
        RETURN QUERY SELECT 'pg_class'::regclass::oid, c.oid FROM pg_class AS c
            WHERE age(c.xmin) <= 0 AND c.cmin::text::bigint > since AND pggit.is_own_xid(c.xmin);
        RETURN QUERY SELECT DISTINCT 'pg_class'::regclass::oid, a.attrelid FROM pg_attribute AS a
            WHERE age(a.xmin) <= 0 AND a.cmin::text::bigint > since AND pggit.is_own_xid(a.xmin);
    END IF;
    IF types IS NULL OR types && '{FUNCTION,PROCEDURE,ROUTINE}' THEN
        RETURN QUERY SELECT 'pg_proc'::regclass::oid, p.oid FROM pg_proc AS p
            WHERE age(p.xmin) <= 0 AND p.cmin::text::bigint > since AND pggit.is_own_xid(p.xmin);
    END IF;
    IF types IS NULL OR types && '{TYPE,DOMAIN}' THEN
        RETURN QUERY SELECT 'pg_type'::regclass::oid, t.oid FROM pg_type AS t
            WHERE age(t.xmin) <= 0 AND t.cmin::text::bigint > since AND pggit.is_own_xid(t.xmin);
    END IF;
    RETURN QUERY SELECT s.class, s.object FROM (
        SELECT 'pg_namespace'::regclass::oid, n.oid, n.xmin, n.cmin FROM pg_namespace AS n
        UNION ALL SELECT 'pg_policy'::regclass, p.oid, p.xmin, p.cmin FROM pg_policy AS p
        UNION ALL SELECT 'pg_default_acl'::regclass, d.oid, d.xmin, d.cmin FROM pg_default_acl AS d
        UNION ALL SELECT 'pg_language'::regclass, l.oid, l.xmin, l.cmin FROM pg_language AS l
        UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, w.xmin, w.cmin FROM pg_foreign_data_wrapper AS w
        UNION ALL SELECT 'pg_foreign_server'::regclass, f.oid, f.xmin, f.cmin FROM pg_foreign_server AS f
        ) AS s (class, object, xmin_, cmin_)
     WHERE age(s.xmin_) <= 0 AND s.cmin_::text::bigint > since AND pggit.is_own_xid(s.xmin_);
END
$$;
ALTER FUNCTION pggit.written_by_command(text[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.written_by_command(text[]) FROM PUBLIC;
