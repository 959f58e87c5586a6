-- State of recording and of the engine, one component a row.
-- rows       as the function gives them: component, status, details
-- locks      none; answers also when the engine is down
SELECT s.component, s.status, s.details
  FROM pggit.status() AS s
