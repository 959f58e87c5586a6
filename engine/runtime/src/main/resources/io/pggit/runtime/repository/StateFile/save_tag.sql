-- Makes a tag.
-- ? text      tag
-- ? integer   ordinal of the commit
INSERT INTO tag (name, ordinal) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET ordinal = excluded.ordinal
