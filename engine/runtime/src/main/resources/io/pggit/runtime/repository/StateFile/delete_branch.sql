-- Removes a branch; its commits stay.
-- ? text   branch
DELETE FROM branch WHERE name = ?
