-- The key of the object a member belongs to.
-- ? integer   class_id of the member
-- ? integer   oid of the member
-- rows        at most one: class_id, oid
SELECT owner_class, owner_oid FROM lineage_part WHERE class_id = ? AND oid = ?
