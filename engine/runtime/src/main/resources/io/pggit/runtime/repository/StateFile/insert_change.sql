-- Adds what a commit did to an object.
-- ? integer   ordinal
-- ? integer   number, from 0
-- ? text      create, alter or drop
-- ? text      path
-- ? text      identity
-- ? text      identity before, may be NULL
INSERT INTO commit_change (ordinal, number, type, path, object_id, previous_id) VALUES (?, ?, ?, ?, ?, ?)
