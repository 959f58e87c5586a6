-- Makes a branch.
-- ? text     its name
-- ? text     where it begins; NULL for HEAD
-- rows       one: id (text)
-- locks      pgGit's own, to the end of the transaction
SELECT pggit.create_branch(?::text, ?::text)::text AS id
