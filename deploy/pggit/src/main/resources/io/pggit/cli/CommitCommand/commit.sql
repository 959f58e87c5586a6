-- Makes a named commit of the live schema.
-- ? text     message
-- ? text     author; NULL for the current role
-- rows       one: commit (jsonb: commit_sha, branch)
-- locks      pgGit's own, to the end of the transaction
SELECT pg_catalog.jsonb_build_object('commit_sha', pggit.create_commit(?::text, ?::text),
                                     'branch', pggit.get_current_branch())::text AS commit
