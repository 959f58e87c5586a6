-- Notes a member of an object; a member may come from another, as a partition's index does.
-- ? integer   class_id of the member
-- ? integer   oid of the member
-- ? integer   class_id of the object
-- ? integer   oid of the object
INSERT INTO lineage_part (class_id, oid, owner_class, owner_oid) VALUES (?, ?, ?, ?)
ON CONFLICT (class_id, oid) DO UPDATE SET owner_class = excluded.owner_class, owner_oid = excluded.owner_oid
