-- The highest row number ever handed out, also to transactions that are still open or were rolled back.
-- rows     one: last, 0 when there was none
-- locks    ACCESS SHARE on the sequence
SELECT coalesce(pg_catalog.pg_sequence_last_value(
           pg_catalog.pg_get_serial_sequence('pggit.ddl_audit', 'seq')::pg_catalog.regclass), 0) AS last
