-- Finds the rows of a transaction.
CREATE INDEX audit_row_by_transaction ON audit_row (transaction_index)
