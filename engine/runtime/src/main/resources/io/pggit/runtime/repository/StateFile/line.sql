-- The run of commits a commit belongs to.
-- ? integer   ordinal
-- rows        at most one: line
SELECT line FROM commit_entry WHERE ordinal = ?
