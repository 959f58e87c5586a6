-- An object of the live schema.
-- ? integer   class_id
-- ? integer   oid
-- rows        at most one: identity, facts, parts
SELECT object_id, facts, parts FROM lineage WHERE class_id = ? AND oid = ?
