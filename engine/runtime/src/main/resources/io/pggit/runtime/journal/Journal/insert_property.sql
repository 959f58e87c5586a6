-- Notes a property unless it is there.
-- ? text   name
-- ? text   value
INSERT INTO property (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING
