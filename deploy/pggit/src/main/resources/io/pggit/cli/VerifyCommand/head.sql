-- Facts of every object a revision holds.
-- ? jsonb    {"revision": …}
-- rows       one per object: object (jsonb: kind, schema, name, signature, facts)
-- locks      none; waits for the engine
SELECT a.object::text
  FROM pggit.ask('facts', ?::jsonb) AS a (object)
