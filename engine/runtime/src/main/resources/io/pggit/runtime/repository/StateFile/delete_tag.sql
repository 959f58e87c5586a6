-- Removes a tag.
-- ? text   tag
DELETE FROM tag WHERE name = ?
