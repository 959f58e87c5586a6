-- Deletes a branch.
-- ? text     its name
-- ? boolean  also when its commits are on no other branch
-- rows       one: deleted (text)
-- locks      pgGit's own, to the end of the transaction
SELECT pggit.delete_branch(?::text, force => ?::boolean)::text AS deleted
