-- Notes a property.
-- ? text   name
-- ? text   value
INSERT INTO property (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
