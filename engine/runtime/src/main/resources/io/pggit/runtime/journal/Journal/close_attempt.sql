-- Takes out the first attempt of a key: its command is complete.
-- ? text      key
DELETE FROM attempt WHERE position = (SELECT min(position) FROM attempt WHERE closing_key = ?)
