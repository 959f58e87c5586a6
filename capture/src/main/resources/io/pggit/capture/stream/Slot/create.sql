-- Makes a slot before PostgreSQL 17. A replication command, not SQL: it takes no parameters, and no comments either.
-- %s       name of the slot: pggit_ and digits
-- rows     one: slot_name, consistent_point, snapshot_name, output_plugin; the snapshot lives until the next command
-- locks    none; waits for transactions that are running
CREATE_REPLICATION_SLOT %s LOGICAL pgoutput (SNAPSHOT 'export')
