-- How many findings there are.
-- rows     one: number
SELECT count(*) FROM finding
