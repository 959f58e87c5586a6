-- One commit: who, when, why, the objects it changed and the difference as text.
-- ? jsonb    {"revision": …}
-- rows       one: answer (jsonb: commit, objects, patch)
-- locks      none; waits for the engine
SELECT a.answer::text
  FROM pggit.ask('show', ?::jsonb) AS a (answer)
