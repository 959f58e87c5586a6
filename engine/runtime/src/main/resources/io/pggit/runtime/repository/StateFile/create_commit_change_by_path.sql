-- Finds the commits that changed an object.
CREATE INDEX commit_change_by_path ON commit_change (path, line, ordinal)
