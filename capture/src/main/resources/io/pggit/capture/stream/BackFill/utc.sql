-- Times are written in UTC.
-- rows     none
-- locks    none
SET TIME ZONE 'UTC'
