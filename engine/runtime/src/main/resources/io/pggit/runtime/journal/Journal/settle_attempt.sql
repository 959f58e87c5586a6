-- Notes that an attempt's transaction is over and left no row of it; 0 rows changed when it has one by now.
-- ? integer   number
-- ? integer   place
UPDATE attempt SET attempt_number = ? WHERE position = ? AND attempt_number IS NULL
