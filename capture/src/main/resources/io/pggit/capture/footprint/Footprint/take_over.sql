-- Goes on with the record in a cluster that pg_upgrade made; does nothing elsewhere.
-- rows     one: take_over (whether it did)
-- locks    ROW EXCLUSIVE on pggit.ddl_audit and pggit.incarnation
SELECT pggit.take_over(current_user)
