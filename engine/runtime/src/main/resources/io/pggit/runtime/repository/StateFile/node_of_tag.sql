-- The commit a tag names.
-- ? text   tag
-- rows     at most one: ordinal, sha, tree
SELECT c.ordinal, c.sha, c.tree FROM tag AS t JOIN commit_entry AS c USING (ordinal) WHERE t.name = ?
