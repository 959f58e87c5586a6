-- Where a branch pointed at a time.
-- ? text      branch
-- ? integer   microseconds since 1970
-- rows        at most one: ordinal, sha, tree
SELECT c.ordinal, c.sha, c.tree
  FROM (SELECT ordinal FROM ref_log WHERE name = ? AND at_us <= ? ORDER BY at_us DESC, number DESC LIMIT 1) AS r
  JOIN commit_entry AS c ON c.ordinal = r.ordinal
