-- Audit rows of a transaction, in order.
-- ? integer   number of the transaction
-- ? integer   behind this seq
-- ? integer   how many at most
-- rows        seq, row as JSON
SELECT seq, body FROM audit_row WHERE transaction_index = ? AND seq > ? ORDER BY seq LIMIT ?
