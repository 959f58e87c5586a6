-- Says how far an intent is.
-- ? uuid     the intent
-- ? text     its status
-- ? text     why; NULL for no reason
-- rows       one, empty
-- locks      pgGit's own, to the end of the transaction
SELECT pggit.update_intent(?::uuid, ?::text, ?::text)::text AS nothing
