-- Conflicts of merges.
-- ? boolean  resolved ones too
-- rows       by id: conflict (jsonb: the columns of pggit.conflicts)
-- locks      ACCESS SHARE on pgGit's tables
SELECT pg_catalog.to_jsonb(c)::text AS conflict
  FROM pggit.conflicts AS c
 WHERE ?::boolean OR NOT c.resolved
 ORDER BY c.id
