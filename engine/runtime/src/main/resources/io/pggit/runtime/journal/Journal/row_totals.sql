-- Audit rows of transactions before one.
-- ? integer   xid
-- rows        one: number of rows, sum of their seq
SELECT count(*), coalesce(sum(seq), 0) FROM audit_row WHERE xid < ?
