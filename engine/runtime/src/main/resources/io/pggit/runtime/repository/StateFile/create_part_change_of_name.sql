-- Finds the commits that gave a name to a part.
CREATE INDEX part_change_of_name ON part_change (path, line, what, name, ordinal)
 WHERE type = 'create' OR previous IS NOT NULL
