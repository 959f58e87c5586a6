-- What a commit did to objects, in order.
-- ? integer   ordinal of the commit
-- rows        type, identity, identity before
SELECT type, object_id, previous_id FROM commit_change WHERE ordinal = ? ORDER BY number
