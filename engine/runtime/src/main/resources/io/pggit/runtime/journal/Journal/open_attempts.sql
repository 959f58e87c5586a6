-- Attempts of which it is not known yet what became of them.
-- rows     in order: place, attempt as JSON
SELECT position, body FROM attempt WHERE attempt_number IS NULL ORDER BY position
