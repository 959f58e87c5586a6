-- Forgets the members of an object.
-- ? integer   class_id of the object
-- ? integer   oid of the object
DELETE FROM lineage_part WHERE owner_class = ? AND owner_oid = ?
