-- The tips of all branches.
-- rows     by name: branch, sha, tree, ordinal, line
SELECT b.name, c.sha, c.tree, c.ordinal, c.line FROM branch AS b JOIN commit_entry AS c USING (ordinal) ORDER BY b.name
