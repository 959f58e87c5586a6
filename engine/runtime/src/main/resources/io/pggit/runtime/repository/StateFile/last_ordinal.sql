-- The number of the last commit.
-- rows     at most one: the number
SELECT ordinal FROM commit_entry ORDER BY ordinal DESC LIMIT 1
