-- How many commits a line has up to one.
-- ? integer   line
-- ? integer   ordinal
-- rows        one: number
SELECT count(*) FROM commit_entry WHERE line = ? AND ordinal <= ?
