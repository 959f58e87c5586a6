-- Commits that stay although no branch or tag reaches them.
-- rows     sha
SELECT c.sha FROM kept AS k JOIN commit_entry AS c USING (ordinal) ORDER BY k.ordinal
