-- The commit at the tip of a branch.
-- ? text   branch
-- rows     at most one: ordinal, sha, tree
SELECT c.ordinal, c.sha, c.tree FROM branch AS b JOIN commit_entry AS c USING (ordinal) WHERE b.name = ?
