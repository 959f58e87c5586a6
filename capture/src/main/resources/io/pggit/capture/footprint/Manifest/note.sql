-- Notes one part of the footprint as it is.
-- ? text   kind
-- ? text   name
-- ? text   state (jsonb)
-- rows     none
-- locks    ROW EXCLUSIVE on pggit.manifest
INSERT INTO pggit.manifest AS m (kind, name, state) VALUES (?, ?, ?::jsonb)
    ON CONFLICT (kind, name) DO UPDATE SET state = excluded.state
