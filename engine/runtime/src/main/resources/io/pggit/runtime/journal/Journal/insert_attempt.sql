-- Adds an attempt unless it is there.
-- ? integer   place in the log
-- ? text      key
-- ? text      the attempt as JSON
INSERT INTO attempt (position, closing_key, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
