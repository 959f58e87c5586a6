-- Deletes a tag.
-- ? text     its name
-- rows       one: deleted (text)
-- locks      pgGit's own, to the end of the transaction
SELECT pggit.delete_tag(?::text)::text AS deleted
