-- How many attempts there are.
-- rows     one: number
SELECT count(*) FROM attempt
