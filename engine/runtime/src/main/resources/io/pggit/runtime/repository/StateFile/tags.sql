-- All tags.
-- rows     by name: tag, sha
SELECT t.name, c.sha FROM tag AS t JOIN commit_entry AS c USING (ordinal) ORDER BY t.name
