-- Where earlier timelines were left. A replication command, not SQL.
-- %d       a timeline of the server, 2 or higher
-- rows     one: filename, content (a line per earlier timeline: number, place, reason)
-- locks    none
TIMELINE_HISTORY %d
