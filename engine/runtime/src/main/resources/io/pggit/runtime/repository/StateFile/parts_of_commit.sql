-- What a commit did to the parts of an object.
-- ? integer   ordinal
-- ? text      path
-- rows        what, name, type, name before; in a fixed order
SELECT what, name, type, previous
  FROM part_change INDEXED BY part_change_by_commit
 WHERE ordinal = ? AND path = ?
 ORDER BY what, name
