-- pgGit's event triggers.
-- rows       by name: name, event, enabled (true for ENABLE ALWAYS)
-- locks      ACCESS SHARE on pg_event_trigger
SELECT t.evtname AS name, t.evtevent AS event, t.evtenabled = 'A' AS enabled
  FROM pg_catalog.pg_event_trigger AS t
 WHERE t.evtname LIKE 'pggit\_%'
 ORDER BY t.evtname
