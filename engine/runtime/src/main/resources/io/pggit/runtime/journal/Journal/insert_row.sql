-- Adds an audit row unless it is there; 0 rows changed then.
-- ? integer   seq
-- ? integer   number of the transaction
-- ? integer   xid
-- ? text      the row as JSON
INSERT INTO audit_row (seq, transaction_index, xid, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
