-- Findings that are not in the database yet.
-- rows        in order: number, finding as JSON
SELECT finding_number, body FROM finding ORDER BY finding_number
