-- The event triggers the footprint needs.
-- rows     eight, by name: name, present (and runs a function that fits), enabled ('A' is right, 'O', 'R' and 'D' are not), on_fault
--          (available where the function catches what goes wrong, else strict)
SELECT w.name, t.oid IS NOT NULL AND n.nspname IS NOT NULL AS present, t.evtenabled AS enabled,
       CASE WHEN p.proname = w.function THEN 'strict' ELSE 'available' END AS on_fault
  FROM (SELECT 'pggit_' || e || '_' || k.name AS name, e AS event,
               CASE k.name WHEN '1_actor' THEN 'actor' WHEN '2_attempt' THEN 'record_attempt' ELSE 'record_' || e END AS function,
               CASE k.name WHEN '1_actor' THEN 'try_actor' ELSE 'try_record' END AS catching
          FROM pg_catalog.unnest(ARRAY['ddl_command_start', 'ddl_command_end', 'sql_drop', 'table_rewrite']) AS e,
               pg_catalog.unnest(ARRAY['1_actor', '2_attempt', '2_writer']) AS k (name)
         WHERE k.name = '1_actor' OR (e = 'ddl_command_start') = (k.name = '2_attempt')) AS w
  LEFT JOIN pg_catalog.pg_event_trigger AS t ON t.evtname = w.name AND t.evtevent = w.event
  LEFT JOIN pg_catalog.pg_proc AS p ON p.oid = t.evtfoid AND p.proname IN (w.function, w.catching)
  LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace AND n.nspname = 'pggit'
 ORDER BY w.name
