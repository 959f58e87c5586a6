-- Notes the position of a projection.
-- ? text      name
-- ? integer   number of the last transaction it has
INSERT INTO position (name, transaction_index) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET transaction_index = excluded.transaction_index
