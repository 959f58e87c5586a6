-- Adds what a commit gave a new name.
-- ? integer   ordinal
-- ? integer   number, from 0
-- ? text      what was renamed
-- ? text      identity of the object
-- ? text      old name
-- ? text      new name
INSERT INTO commit_rename (ordinal, number, what, object_id, old_name, new_name) VALUES (?, ?, ?, ?, ?, ?)
