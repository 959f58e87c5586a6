-- The tips of all branches.
-- rows     by name: branch, sha
SELECT b.name, c.sha FROM branch AS b JOIN commit_entry AS c USING (ordinal) ORDER BY b.name
