-- A question: a logical message outside of any transaction.
-- ? text   payload
-- rows     one: position
-- locks    none
SELECT pg_catalog.pg_logical_emit_message(false, 'pggit.question', ?)::text AS position
