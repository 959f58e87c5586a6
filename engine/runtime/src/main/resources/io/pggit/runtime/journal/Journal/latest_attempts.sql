-- Attempts that came to nothing, the last first.
-- ? integer   how many at most
-- rows        number, place, attempt as JSON
SELECT attempt_number, position, body FROM attempt WHERE attempt_number IS NOT NULL ORDER BY position DESC LIMIT ?
