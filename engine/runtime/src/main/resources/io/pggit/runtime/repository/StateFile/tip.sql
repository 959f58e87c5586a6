-- The tip of a branch.
-- ? text   branch
-- rows     at most one: sha, tree, ordinal, line, branch it was made on
SELECT c.sha, c.tree, c.ordinal, c.line, c.branch FROM branch AS b JOIN commit_entry AS c USING (ordinal) WHERE b.name = ?
