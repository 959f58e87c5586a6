-- Whether everybody may write logical messages.
-- rows     one: open
SELECT pg_catalog.bool_or(pg_catalog.has_function_privilege('public', p.oid, 'EXECUTE')) AS open
  FROM pg_catalog.pg_proc AS p
 WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.proname = 'pg_logical_emit_message'
