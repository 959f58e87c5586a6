-- The top-level objects whose catalog rows this transaction has written since its last command: what GRANT, REVOKE,
-- ALTER DEFAULT PRIVILEGES, DROP OWNED and DETACH changed, since PostgreSQL reports no object for them.
-- types    what kinds of object, in the words of GRANT (TABLE, FUNCTION, ...); NULL for all
-- names    what they may be called; NULL for anything: then catalogs are read from end to end
DROP FUNCTION IF EXISTS pggit.written_by_command(text[]);
CREATE OR REPLACE FUNCTION pggit.written_by_command(types text[], names name[]) RETURNS TABLE (class oid, object oid)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
    -- of each catalog one way is taken, and the one from end to end has no use for an index
    SET enable_seqscan = on AS $$
DECLARE
    -- command ids count up within a transaction, over savepoints too
    since CONSTANT bigint := coalesce((SELECT a.cmin::text::bigint FROM pggit.ddl_audit AS a
                                        WHERE a.xid = pg_current_xact_id() AND a.transaction_at = now()
                                          AND a.event = 'ddl_command_end' ORDER BY a.seq DESC LIMIT 1), -1);
BEGIN
    IF types IS NULL OR types && '{TABLE,SEQUENCE}' THEN
        RETURN QUERY SELECT 'pg_class'::regclass::oid, r.oid FROM (
            SELECT c.oid, c.xmin, c.cmin FROM pg_class AS c WHERE names IS NULL
            UNION ALL SELECT c.oid, c.xmin, c.cmin FROM pg_class AS c WHERE c.relname = ANY (names)
            UNION ALL SELECT a.attrelid, a.xmin, a.cmin FROM pg_attribute AS a WHERE names IS NULL
            UNION ALL SELECT a.attrelid, a.xmin, a.cmin
              FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid WHERE c.relname = ANY (names)
            ) AS r (oid, xmin_, cmin_)
         WHERE age(r.xmin_) <= 0 AND r.cmin_::text::bigint > since AND pggit.is_own_xid(r.xmin_)
         GROUP BY r.oid;
    END IF;
    IF types IS NULL OR types && '{FUNCTION,PROCEDURE,ROUTINE}' THEN
        RETURN QUERY SELECT 'pg_proc'::regclass::oid, r.oid FROM (
            SELECT p.oid, p.xmin, p.cmin FROM pg_proc AS p WHERE names IS NULL
            UNION ALL SELECT p.oid, p.xmin, p.cmin FROM pg_proc AS p WHERE p.proname = ANY (names)) AS r (oid, xmin_, cmin_)
         WHERE age(r.xmin_) <= 0 AND r.cmin_::text::bigint > since AND pggit.is_own_xid(r.xmin_);
    END IF;
    IF types IS NULL OR types && '{TYPE,DOMAIN}' THEN
        RETURN QUERY SELECT 'pg_type'::regclass::oid, r.oid FROM (
            SELECT t.oid, t.xmin, t.cmin FROM pg_type AS t WHERE names IS NULL
            UNION ALL SELECT t.oid, t.xmin, t.cmin FROM pg_type AS t WHERE t.typname = ANY (names)) AS r (oid, xmin_, cmin_)
         WHERE age(r.xmin_) <= 0 AND r.cmin_::text::bigint > since AND pggit.is_own_xid(r.xmin_);
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
ALTER FUNCTION pggit.written_by_command(text[], name[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.written_by_command(text[], name[]) FROM PUBLIC;
