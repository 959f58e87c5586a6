-- Adds what a commit did to a part of an object.
-- ? text      path
-- ? integer   line
-- ? text      what, name
-- ? integer   ordinal
-- ? text      create, alter or drop
-- ? text      name before, may be NULL
INSERT INTO part_change (path, line, what, name, ordinal, type, previous) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
