-- Gives up a merge that waits for decisions.
-- ? uuid     the merge; NULL for the only one
-- ? text     why
-- rows       one, empty
-- locks      pgGit's own, to the end of the transaction
SELECT pggit.abort_merge(?::uuid, ?::text)::text AS nothing
