-- Notes that a commit has to stay.
-- ? integer   ordinal
INSERT INTO kept (ordinal) VALUES (?) ON CONFLICT DO NOTHING
