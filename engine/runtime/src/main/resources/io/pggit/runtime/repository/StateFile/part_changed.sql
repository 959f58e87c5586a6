-- The last commit of a line, between two, that changed a part of an object.
-- ? text      path
-- ? integer   line
-- ? text      what, name
-- ? integer   ordinal of the first
-- ? integer   ordinal of the last
-- rows        at most one: ordinal
SELECT ordinal
  FROM part_change
 WHERE path = ? AND line = ? AND what = ? AND name = ? AND ordinal BETWEEN ? AND ?
 ORDER BY ordinal DESC
 LIMIT 1
