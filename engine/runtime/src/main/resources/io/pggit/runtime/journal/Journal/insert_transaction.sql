-- Adds a transaction.
-- ? integer   number
-- ? integer   end LSN
-- ? integer   xid
-- ? text      commit time, ISO 8601, may be NULL
-- ? integer   number of its first command
-- ? integer   number of its last command
INSERT INTO audit_transaction (transaction_index, end_lsn, xid, committed_at, first_command, last_command)
VALUES (?, ?, ?, ?, ?, ?)
