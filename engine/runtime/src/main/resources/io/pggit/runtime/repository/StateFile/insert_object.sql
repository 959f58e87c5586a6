-- Notes an object of the live schema.
-- ? integer   class_id
-- ? integer   oid
-- ? text      path
-- ? text      identity
-- ? text      facts
-- ? text      parts
INSERT INTO lineage (class_id, oid, path, object_id, facts, parts) VALUES (?, ?, ?, ?, ?, ?)
