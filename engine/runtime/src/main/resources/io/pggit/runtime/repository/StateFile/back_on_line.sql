-- The commit so many steps back on one line.
-- ? integer   line
-- ? integer   ordinal
-- ? integer   number of steps
-- rows        at most one: ordinal
SELECT ordinal FROM commit_entry WHERE line = ? AND ordinal <= ? ORDER BY ordinal DESC LIMIT 1 OFFSET ?
