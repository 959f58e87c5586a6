-- Moves the slot of an idle database beside busy ones. Writes to no table and takes no transaction id.
-- rows     one: position
-- locks    none
SELECT pg_catalog.pg_logical_emit_message(false, 'pggit.heartbeat', '')
