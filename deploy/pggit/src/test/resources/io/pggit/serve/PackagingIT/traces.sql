-- What of pgGit there is left in a database, apart from roles, which all databases of a server share.
-- rows     one: traces (text)
SELECT concat_ws(' ',
           (SELECT string_agg(n.nspname, ',') FROM pg_namespace AS n WHERE n.nspname LIKE 'pggit%'),
           (SELECT string_agg(e.evtname, ',') FROM pg_event_trigger AS e),
           (SELECT string_agg(p.pubname, ',') FROM pg_publication AS p),
           (SELECT string_agg(e.extname, ',') FROM pg_extension AS e WHERE e.extname <> 'plpgsql'),
           (SELECT string_agg(p.oid::regprocedure::text || ' not for PUBLIC', ',') FROM pg_proc AS p
             WHERE p.proname = 'pg_logical_emit_message' AND NOT has_function_privilege('public', p.oid, 'EXECUTE')),
           (SELECT string_agg(p.oid::regprocedure::text || ' for pggit_owner', ',') FROM pg_proc AS p
             WHERE p.proname = 'pg_logical_emit_message' AND p.proacl::text LIKE '%pggit%'),
           (SELECT string_agg(s.setconfig::text, ',') FROM pg_db_role_setting AS s
              JOIN pg_database AS d ON d.oid = s.setdatabase WHERE d.datname = current_database()),
           (SELECT string_agg(s.slot_name, ',') FROM pg_replication_slots AS s WHERE s.database = current_database())) AS traces
