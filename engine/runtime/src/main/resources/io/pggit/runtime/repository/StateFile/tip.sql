-- The tip of a branch.
-- ? text   branch
-- rows     at most one: branch, sha, tree, ordinal
SELECT b.name, c.sha, c.tree, c.ordinal FROM branch AS b JOIN commit_entry AS c USING (ordinal) WHERE b.name = ?
