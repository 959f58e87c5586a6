-- Finds the holder of a name.
CREATE INDEX lineage_by_path ON lineage (path)
