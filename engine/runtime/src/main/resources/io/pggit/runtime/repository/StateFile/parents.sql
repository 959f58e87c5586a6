-- The parents of a commit, in order.
-- ? integer   ordinal of the commit
-- rows        ordinal, sha
SELECT c.ordinal, c.sha
  FROM commit_parent AS p
  JOIN commit_entry AS c ON c.ordinal = p.parent
 WHERE p.ordinal = ?
 ORDER BY p.number
