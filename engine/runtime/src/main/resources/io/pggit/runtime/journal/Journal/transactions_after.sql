-- The transactions after a number, in order.
-- ? integer   number
-- ? integer   how many at most
-- rows        number, end LSN, xid, commit time, numbers of the first and of the last command
SELECT transaction_index, end_lsn, xid, committed_at, first_command, last_command
  FROM audit_transaction
 WHERE transaction_index > ?
 ORDER BY transaction_index
 LIMIT ?
