-- How many commits can be reached from one.
-- ? integer   its ordinal
-- rows        one: the number, the commit itself included
WITH RECURSIVE reachable (ordinal) AS (
  SELECT ?
  UNION
  SELECT p.parent FROM reachable AS r JOIN commit_parent AS p ON p.ordinal = r.ordinal
)
SELECT count(*) FROM reachable
