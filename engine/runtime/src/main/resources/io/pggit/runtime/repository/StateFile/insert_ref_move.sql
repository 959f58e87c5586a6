-- Notes where a branch, or HEAD, points from now on.
-- ? text      branch, or HEAD
-- ? integer   microseconds since 1970
-- ? integer   ordinal of the commit; NULL: nowhere
INSERT INTO ref_log (name, at_us, ordinal) VALUES (?, ?, ?)
