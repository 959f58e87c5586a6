-- When the catalog rows of one object were last written, and who wrote an audit row in the same transaction.
-- ? bigint catalog
-- ? bigint object
-- rows     one: since (timestamptz, text, NULL when the server does not keep commit times), by (role, NULL when unknown)
-- locks    ACCESS SHARE on catalogs and pggit.ddl_audit only
WITH wanted (class, object) AS (
    SELECT ?::bigint::pg_catalog.oid, ?::bigint::pg_catalog.oid
), version (xid) AS (
    SELECT c.xmin FROM pg_catalog.pg_class AS c JOIN wanted ON class = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = object
    UNION ALL
    SELECT a.xmin FROM pg_catalog.pg_attribute AS a JOIN wanted ON class = 'pg_catalog.pg_class'::pg_catalog.regclass AND a.attrelid = object
    UNION ALL
    SELECT a.xmin FROM pg_catalog.pg_attrdef AS a JOIN wanted ON class = 'pg_catalog.pg_class'::pg_catalog.regclass AND a.adrelid = object
    UNION ALL
    SELECT c.xmin FROM pg_catalog.pg_constraint AS c JOIN wanted ON class = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.conrelid = object
    UNION ALL
    SELECT i.xmin FROM pg_catalog.pg_index AS i JOIN wanted ON class = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.indrelid = object
    UNION ALL
    SELECT t.xmin FROM pg_catalog.pg_trigger AS t JOIN wanted ON class = 'pg_catalog.pg_class'::pg_catalog.regclass AND t.tgrelid = object
    UNION ALL
    SELECT p.xmin FROM pg_catalog.pg_policy AS p JOIN wanted ON class = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.polrelid = object
    UNION ALL
    SELECT r.xmin FROM pg_catalog.pg_rewrite AS r JOIN wanted ON class = 'pg_catalog.pg_class'::pg_catalog.regclass AND r.ev_class = object
    UNION ALL
    SELECT d.xmin FROM pg_catalog.pg_description AS d JOIN wanted ON d.classoid = class AND d.objoid = object
    UNION ALL
    SELECT d.xmin FROM pg_catalog.pg_depend AS d JOIN wanted ON d.classid = class AND d.objid = object
    UNION ALL
    SELECT p.xmin FROM pg_catalog.pg_proc AS p JOIN wanted ON class = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.oid = object
    UNION ALL
    SELECT t.xmin FROM pg_catalog.pg_type AS t JOIN wanted ON class = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = object
    UNION ALL
    SELECT e.xmin FROM pg_catalog.pg_enum AS e JOIN wanted ON class = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.enumtypid = object
    UNION ALL
    SELECT n.xmin FROM pg_catalog.pg_namespace AS n JOIN wanted ON class = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND n.oid = object
    UNION ALL
    SELECT e.xmin FROM pg_catalog.pg_extension AS e JOIN wanted ON class = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.oid = object
), last AS (
    SELECT v.xid FROM version AS v ORDER BY pg_catalog.age(v.xid) LIMIT 1
)
SELECT pg_catalog.to_char(CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on' AND pg_catalog.age(l.xid) < 2000000000
                               THEN pg_catalog.pg_xact_commit_timestamp(l.xid) END AT TIME ZONE 'UTC',
                          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS since,
       (SELECT a.session_role FROM pggit.ddl_audit AS a
         WHERE a.xid = (n.next - ((n.next - l.xid::text::bigint) & 4294967295))::text::pg_catalog.xid8 LIMIT 1) AS by
  FROM (SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint) AS n (next)
  LEFT JOIN last AS l ON true
