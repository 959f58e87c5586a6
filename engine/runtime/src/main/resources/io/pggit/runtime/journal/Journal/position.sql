-- The position of a projection.
-- ? text   name
-- rows     at most one: number of the last transaction it has
SELECT transaction_index FROM position WHERE name = ?
