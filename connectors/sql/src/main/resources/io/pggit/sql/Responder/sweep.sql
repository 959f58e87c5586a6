-- Removes answers that nobody waits for any more.
-- rows     none
-- locks    ROW EXCLUSIVE on pggit.reply
DELETE FROM pggit.reply WHERE answered_at < pg_catalog.clock_timestamp() - interval '2 minutes'
