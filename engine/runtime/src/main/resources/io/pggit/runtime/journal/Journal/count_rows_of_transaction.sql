-- How many audit rows a transaction has.
-- ? integer   number of the transaction
-- rows        one: number
SELECT count(*) FROM audit_row WHERE transaction_index = ?
