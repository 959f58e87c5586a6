-- The statements that lead from one revision to another.
-- ? text     revision compared from
-- ? text     revision compared to
-- rows       one: script (text), empty when they are equal
-- locks      none; waits for the engine
SELECT pggit.diff_as_sql(?::text, ?::text) AS script
