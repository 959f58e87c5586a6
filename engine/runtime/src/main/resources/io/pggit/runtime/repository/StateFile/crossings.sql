-- The parents that are not on the line of their child, or not next to it there: those of line starts, and those merged in.
-- rows     child, its line, number of the parent, the parent, its line; a child's parents in order
SELECT c.ordinal, c.line, p.number, p.parent, q.line
  FROM commit_entry AS c
  JOIN commit_parent AS p ON p.ordinal = c.ordinal AND p.number = 1
  JOIN commit_entry AS q ON q.ordinal = p.parent
 WHERE c.ordinal = c.line
 UNION ALL
SELECT c.ordinal, c.line, p.number, p.parent, q.line
  FROM commit_parent AS p
  JOIN commit_entry AS c ON c.ordinal = p.ordinal
  JOIN commit_entry AS q ON q.ordinal = p.parent
 WHERE p.number > 1
 ORDER BY 1, 3
