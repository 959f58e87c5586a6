-- Commits by the beginning of their ids.
-- ? text      first possible id
-- ? text      what all possible ids are smaller than
-- ? integer   how many at most
-- rows        ordinal, sha, tree
SELECT ordinal, sha, tree FROM commit_entry WHERE sha >= ? AND sha < ? ORDER BY sha LIMIT ?
