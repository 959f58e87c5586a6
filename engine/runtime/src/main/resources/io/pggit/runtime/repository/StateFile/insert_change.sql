-- Adds what a commit did to an object.
-- ? integer   ordinal
-- ? integer   number, from 0
-- ? integer   line
-- ? text      create, alter or drop
-- ? text      path
-- ? text      identity
-- ? text      path before, may be NULL
-- ? text      identity before, may be NULL
INSERT INTO commit_change (ordinal, number, line, type, path, object_id, previous_path, previous_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
