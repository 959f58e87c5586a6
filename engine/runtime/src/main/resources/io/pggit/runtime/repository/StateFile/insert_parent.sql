-- Adds a parent to a commit.
-- ? integer   ordinal
-- ? integer   number of the parent, from 1
-- ? integer   ordinal of the parent
INSERT INTO commit_parent (ordinal, number, parent) VALUES (?, ?, ?)
