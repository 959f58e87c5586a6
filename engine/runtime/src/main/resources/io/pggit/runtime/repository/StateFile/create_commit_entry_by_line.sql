-- Finds a commit so many steps back.
CREATE INDEX commit_entry_by_line ON commit_entry (line, ordinal)
