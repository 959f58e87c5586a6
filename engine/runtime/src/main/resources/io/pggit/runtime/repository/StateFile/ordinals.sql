-- The numbers of all commits.
-- rows     in ascending order: the number
SELECT ordinal FROM commit_entry ORDER BY ordinal
