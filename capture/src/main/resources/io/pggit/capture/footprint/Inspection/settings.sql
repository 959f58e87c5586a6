-- What capture needs of the server, and how much of it is taken.
-- rows     one: wal_level, max_slots, slots, max_senders, senders, kept (text: max_slot_wal_keep_size, -1 without a limit)
SELECT pg_catalog.current_setting('wal_level') AS wal_level,
       pg_catalog.current_setting('max_replication_slots')::integer AS max_slots,
       (SELECT count(*) FROM pg_catalog.pg_replication_slots)::integer AS slots,
       pg_catalog.current_setting('max_wal_senders')::integer AS max_senders,
       (SELECT count(*) FROM pg_catalog.pg_stat_activity AS a WHERE a.backend_type = 'walsender')::integer AS senders,
       pg_catalog.current_setting('max_slot_wal_keep_size') AS kept
