-- The transaction an audit row was written by.
-- ? integer   seq
-- rows        at most one: xid
SELECT xid FROM audit_row WHERE seq = ?
