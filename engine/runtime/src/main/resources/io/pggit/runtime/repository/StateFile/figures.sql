-- Commits in numbers, in the order in which they were made.
-- ? integer   the ordinal after which they come
-- rows        ordinal, sha, tree, kind, recorded_at, summary, number of changes, ordinals of parents (joined by commas), branch,
--             author
SELECT c.ordinal, c.sha, c.tree, c.kind, c.recorded_at, c.summary,
       (SELECT count(*) FROM commit_change AS x WHERE x.ordinal = c.ordinal),
       (SELECT group_concat(p.parent) FROM (SELECT parent FROM commit_parent WHERE ordinal = c.ordinal ORDER BY number) AS p),
       c.branch, c.author
  FROM commit_entry AS c
 WHERE c.ordinal > ?
 ORDER BY c.ordinal
