-- The number of the last transaction.
-- rows     at most one: the number
SELECT transaction_index FROM audit_transaction ORDER BY transaction_index DESC LIMIT 1
