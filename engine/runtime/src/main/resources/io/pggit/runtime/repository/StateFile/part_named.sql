-- The last commit of a line, between two, that gave a part of an object its name.
-- ? text      path
-- ? integer   line
-- ? text      what, name
-- ? integer   ordinal of the first
-- ? integer   ordinal of the last
-- rows        at most one: ordinal, name before
SELECT ordinal, previous
  FROM part_change INDEXED BY part_change_of_name
 WHERE path = ? AND line = ? AND what = ? AND name = ? AND ordinal BETWEEN ? AND ?
   AND (type = 'create' OR previous IS NOT NULL)
 ORDER BY ordinal DESC
 LIMIT 1
