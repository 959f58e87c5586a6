-- Finds the commits that begin a line.
CREATE INDEX commit_entry_of_line ON commit_entry (ordinal) WHERE ordinal = line
