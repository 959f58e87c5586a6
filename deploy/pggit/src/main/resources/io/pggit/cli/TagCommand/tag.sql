-- Makes a tag.
-- ? text     its name
-- ? text     the revision it stands for
-- ? text     message; NULL for none
-- rows       one: sha (text)
-- locks      pgGit's own, to the end of the transaction
SELECT pggit.tag(?::text, ?::text, ?::text) AS sha
