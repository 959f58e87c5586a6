-- Every object of the live schema.
-- rows   identity, facts, parts, class_id, oid
SELECT object_id, facts, parts, class_id, oid FROM lineage
