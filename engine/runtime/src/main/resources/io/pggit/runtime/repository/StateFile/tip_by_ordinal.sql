-- A commit as a place to go on from.
-- ? integer   ordinal
-- rows        at most one: sha, tree, ordinal, line, branch it was made on
SELECT c.sha, c.tree, c.ordinal, c.line, c.branch FROM commit_entry AS c WHERE c.ordinal = ?
