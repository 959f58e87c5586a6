-- How many commits of a line, between two, changed an object.
-- ? text      path
-- ? integer   line
-- ? integer   ordinal of the first
-- ? integer   ordinal of the last
-- rows        one: number
SELECT count(*)
  FROM commit_change INDEXED BY commit_change_by_path
 WHERE path = ? AND line = ? AND ordinal BETWEEN ? AND ?
