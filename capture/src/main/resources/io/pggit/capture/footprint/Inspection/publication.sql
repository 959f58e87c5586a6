-- Whether the audit table is published whole, and guarded.
-- rows     one: publication (there is one), complete (it publishes all four kinds of change of the table), nothing (replica
--          identity), truncate (the trigger against TRUNCATE is ALWAYS on)
SELECT p.oid IS NOT NULL AS publication,
       coalesce(p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate AND EXISTS (
           SELECT FROM pg_catalog.pg_publication_rel AS r WHERE r.prpubid = p.oid AND r.prrelid = c.oid
              AND r.prqual IS NULL AND r.prattrs IS NULL), false) AS complete,
       c.relreplident = 'n' AS nothing,
       EXISTS (SELECT FROM pg_catalog.pg_trigger AS t
                WHERE t.tgrelid = c.oid AND t.tgname = 'refuse_truncate' AND t.tgenabled = 'A') AS truncate
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_publication AS p ON p.pubname = 'pggit'
 WHERE n.nspname = 'pggit' AND c.relname = 'ddl_audit'
