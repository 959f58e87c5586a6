-- The key of the object that bears a name.
-- ? text   path
-- rows     at most one: class_id, oid
SELECT class_id, oid FROM lineage WHERE path = ?
