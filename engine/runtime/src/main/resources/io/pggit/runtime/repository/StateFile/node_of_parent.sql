-- A parent of a commit.
-- ? integer   ordinal of the commit
-- ? integer   number of the parent, from 1
-- rows        at most one: ordinal, sha, tree
SELECT c.ordinal, c.sha, c.tree
  FROM commit_parent AS p
  JOIN commit_entry AS c ON c.ordinal = p.parent
 WHERE p.ordinal = ? AND p.number = ?
