-- Forgets an object of the live schema.
-- ? integer   class_id
-- ? integer   oid
DELETE FROM lineage WHERE class_id = ? AND oid = ?
