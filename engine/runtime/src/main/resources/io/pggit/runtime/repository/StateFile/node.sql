-- A commit by its number.
-- ? integer   ordinal
-- rows        at most one: ordinal, sha, tree
SELECT ordinal, sha, tree FROM commit_entry WHERE ordinal = ?
