-- Marks a meeting of intents as reviewed.
-- ? integer  which
-- ? text     notes
-- rows       one, empty
-- locks      pgGit's own, to the end of the transaction
SELECT pggit.resolve_intent_conflict(?::integer, ?::text)::text AS nothing
