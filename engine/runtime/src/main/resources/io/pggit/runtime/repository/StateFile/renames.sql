-- What a commit gave a new name, in order.
-- ? integer   ordinal of the commit
-- rows        what, identity, old name, new name
SELECT what, object_id, old_name, new_name FROM commit_rename WHERE ordinal = ? ORDER BY number
