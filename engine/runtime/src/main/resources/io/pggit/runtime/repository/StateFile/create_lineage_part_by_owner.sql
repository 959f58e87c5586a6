-- Finds the members of an object.
CREATE INDEX lineage_part_by_owner ON lineage_part (owner_class, owner_oid)
