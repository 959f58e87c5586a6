-- A property.
-- ? text   name
-- rows     at most one: value
SELECT value FROM property WHERE name = ?
