-- The transactions after a number, in order.
-- ? integer   number
-- ? integer   how many at most
-- rows        number, end LSN, xid, commit time, number of the first command
SELECT transaction_index, end_lsn, xid, committed_at, first_command
  FROM audit_transaction
 WHERE transaction_index > ?
 ORDER BY transaction_index
 LIMIT ?
