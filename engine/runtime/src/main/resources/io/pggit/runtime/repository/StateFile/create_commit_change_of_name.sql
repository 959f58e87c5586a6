-- Finds the commits that gave a name to an object.
CREATE INDEX commit_change_of_name ON commit_change (path, line, ordinal)
 WHERE type = 'create' OR previous_path IS NOT NULL
