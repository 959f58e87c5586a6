-- The role that statements run as.
-- rows     one: name, superuser, replication (may use replication)
SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolsuper OR r.rolreplication AS replication
  FROM pg_catalog.pg_roles AS r
 WHERE r.rolname = current_user
