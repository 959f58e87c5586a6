-- Moves a branch.
-- ? text      branch
-- ? integer   ordinal of the commit
INSERT INTO branch (name, ordinal) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET ordinal = excluded.ordinal
