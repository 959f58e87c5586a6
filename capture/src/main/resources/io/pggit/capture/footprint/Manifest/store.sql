-- Notes one part of the footprint.
-- ? text   kind
-- ? text   name
-- ? text   state, JSON
INSERT INTO pggit.manifest (kind, name, state) VALUES (?, ?, ?::jsonb)
