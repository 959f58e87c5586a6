-- Takes out all but the newest.
-- ? integer   how many stay
DELETE FROM attempt WHERE position <= (SELECT position FROM attempt ORDER BY position DESC LIMIT 1 OFFSET ?)
