-- The last commit of a line.
-- ? integer   line
-- rows        one: its ordinal
SELECT max(ordinal) FROM commit_entry WHERE line = ?
