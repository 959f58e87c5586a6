-- Registers an intent.
-- ? text     who
-- ? text     feature
-- ? jsonb    the statements planned, an array
-- ? text     branch; NULL for a name made of the feature
-- ? text     low, medium or high
-- rows       one: intent (jsonb: as listed)
-- locks      pgGit's own, to the end of the transaction
WITH made AS MATERIALIZED (
    SELECT pggit.register_intent(?::text, ?::text, ARRAY(SELECT pg_catalog.jsonb_array_elements_text(?::jsonb)), NULL,
                                 ?::text, ?::text) AS id)
SELECT pg_catalog.jsonb_build_object('id', m.id)::text AS intent
  FROM made AS m
