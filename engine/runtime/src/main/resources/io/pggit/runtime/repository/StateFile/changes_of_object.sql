-- The last commits of a line, between two, that changed an object.
-- ? text      path
-- ? integer   line
-- ? integer   ordinal of the first
-- ? integer   ordinal of the last
-- ? integer   how many at most
-- rows        ordinal, the last first
SELECT DISTINCT ordinal
  FROM commit_change INDEXED BY commit_change_by_path
 WHERE path = ? AND line = ? AND ordinal BETWEEN ? AND ?
 ORDER BY ordinal DESC
 LIMIT ?
