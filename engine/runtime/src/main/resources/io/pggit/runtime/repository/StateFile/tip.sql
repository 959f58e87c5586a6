-- The tip of a branch.
-- ? text   branch
-- rows     at most one: branch, sha, tree, ordinal, line
SELECT b.name, c.sha, c.tree, c.ordinal, c.line FROM branch AS b JOIN commit_entry AS c USING (ordinal) WHERE b.name = ?
