-- Finds what a commit did to the parts of an object.
CREATE INDEX part_change_by_commit ON part_change (ordinal, path)
