-- Forgets a property.
-- ? text   name
DELETE FROM property WHERE name = ?
