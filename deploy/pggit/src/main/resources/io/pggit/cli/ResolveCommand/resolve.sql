-- Decides one conflict; the last one completes the merge.
-- ? integer  the conflict
-- ? text     ours, theirs or custom
-- ? text     DDL to run for custom, else NULL
-- ? boolean  also when rows or values are lost
-- rows       one, empty
-- locks      those of the DDL it runs
SELECT pggit.resolve_conflict(?::integer, ?::text, ?::text, ?::boolean)::text AS nothing
