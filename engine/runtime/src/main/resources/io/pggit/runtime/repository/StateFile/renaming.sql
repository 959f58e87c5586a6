-- The commits of a line, in between, that gave new names.
-- ? integer   ordinal before the first
-- ? integer   ordinal of the last
-- ? integer   line
-- rows        in ascending order: ordinal
SELECT DISTINCT r.ordinal
  FROM commit_rename AS r
  JOIN commit_entry AS c ON c.ordinal = r.ordinal
 WHERE r.ordinal > ? AND r.ordinal <= ? AND c.line = ?
 ORDER BY r.ordinal
