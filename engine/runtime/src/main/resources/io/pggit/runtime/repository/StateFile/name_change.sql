-- The last commit of a line, up to one, that gave a name to an object.
-- ? text      path
-- ? integer   line
-- ? integer   ordinal
-- rows        at most one: ordinal, path before
SELECT ordinal, previous_path
  FROM commit_change INDEXED BY commit_change_of_name
 WHERE path = ? AND line = ? AND ordinal <= ? AND (type = 'create' OR previous_path IS NOT NULL)
 ORDER BY ordinal DESC
 LIMIT 1
