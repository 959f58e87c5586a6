-- Merges a branch.
-- ? text     the branch to take changes from
-- ? text     the branch that gets them; NULL for HEAD's
-- ? text     auto, ours or theirs
-- ? boolean  also when rows or values are lost
-- rows       one: result (jsonb: status, commit_sha, conflicts, ddl …)
-- locks      those of the DDL it runs
SELECT pggit.merge(?::text, ?::text, ?::text, p_discard_data => ?::boolean)::text AS result
