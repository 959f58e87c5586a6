-- Adds a finding unless it is there.
-- ? text      the finding as JSON
INSERT INTO finding (body) VALUES (?) ON CONFLICT DO NOTHING
