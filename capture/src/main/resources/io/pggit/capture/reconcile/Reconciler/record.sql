-- Records a finding in the audit table.
-- ? text   finding, JSON
-- ? text   keys of the objects it is about, JSON
-- ? text   objects that are gone, JSON
-- rows     one: seq
SELECT pggit.record_detected(?::jsonb, ?::jsonb, ?::jsonb) AS seq
