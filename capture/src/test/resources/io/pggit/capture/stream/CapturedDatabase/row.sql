-- One audit row in the caller's transaction.
-- ? text   statement
-- ? text   context, or null
-- ? text   objects, JSON
-- rows     one: seq
-- locks    ROW EXCLUSIVE on pggit.ddl_audit
INSERT INTO pggit.ddl_audit (command_tag, statement, context, objects)
VALUES ('CREATE TABLE', ?, ?, ?::jsonb)
RETURNING seq
