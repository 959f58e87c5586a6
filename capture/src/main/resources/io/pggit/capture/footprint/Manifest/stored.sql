-- Every part of the footprint as it was installed.
-- rows     by kind, name: kind, name, state (jsonb, as text)
-- locks    ACCESS SHARE on pggit.manifest
SELECT m.kind, m.name, m.state::text AS state
  FROM pggit.manifest AS m
 ORDER BY m.kind COLLATE "C", m.name COLLATE "C"
