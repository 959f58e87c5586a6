-- The parts of an object of the live schema.
-- ? integer   class_id
-- ? integer   oid
-- rows        at most one: parts
SELECT parts FROM lineage WHERE class_id = ? AND oid = ?
