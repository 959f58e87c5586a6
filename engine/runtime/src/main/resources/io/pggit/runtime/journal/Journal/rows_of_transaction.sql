-- The audit rows of a transaction, in order.
-- ? integer   number of the transaction
-- rows        seq, row as JSON
SELECT seq, body FROM audit_row WHERE transaction_index = ? ORDER BY seq
