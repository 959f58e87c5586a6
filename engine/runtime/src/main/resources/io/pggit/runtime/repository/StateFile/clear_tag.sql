-- Empties the table, before everything is made again from the journal.
DELETE FROM tag
