-- Notes where a branch points from now on.
-- ? text      branch
-- ? integer   microseconds since 1970
-- ? integer   order of moves
-- ? integer   ordinal of the commit
INSERT INTO ref_log (name, at_us, number, ordinal) VALUES (?, ?, ?, ?)
