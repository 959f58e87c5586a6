-- Attempts that came to nothing, in the order in which that became known.
-- ? integer   after this number
-- ? integer   how many at most
-- rows        number, place, attempt as JSON
SELECT attempt_number, position, body FROM attempt WHERE attempt_number > ? ORDER BY attempt_number LIMIT ?
