-- Undoes one commit by a new one.
-- ? text     the commit
-- ? text     message; NULL for one that names the commit
-- ? boolean  also when rows or values are lost
-- rows       one: sha (text)
-- locks      those of the DDL it runs
SELECT pggit.revert(?::text, ?::text, ?::boolean) AS sha
