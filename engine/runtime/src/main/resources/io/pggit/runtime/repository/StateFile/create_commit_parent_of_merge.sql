-- Finds the parents that merges merged in.
CREATE INDEX commit_parent_of_merge ON commit_parent (ordinal, parent) WHERE number > 1
