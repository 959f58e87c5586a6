-- Takes out a finding: it is in the database.
-- ? integer   number
DELETE FROM finding WHERE finding_number = ?
