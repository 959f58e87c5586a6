-- Calls what procedure.sql made, outside of any transaction.
-- ? integer rows in all
-- ? integer rows per transaction
-- rows     none
-- locks    ROW EXCLUSIVE on pggit.ddl_audit
CALL pggit.fill(?, ?)
