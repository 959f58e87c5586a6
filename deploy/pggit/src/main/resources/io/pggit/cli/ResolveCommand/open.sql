-- Conflicts that wait for a decision.
-- rows       by id: id (text)
-- locks      ACCESS SHARE on pgGit's tables
SELECT c.id::text AS id
  FROM pggit.conflicts AS c
 WHERE NOT c.resolved
 ORDER BY c.id
