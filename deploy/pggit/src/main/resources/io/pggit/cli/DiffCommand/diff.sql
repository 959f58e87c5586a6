-- What differs between two revisions, an object a row.
-- ? text     revision compared from
-- ? text     revision compared to
-- rows       in dependency order: difference (jsonb: object_type, object_name, change_type, old_definition, new_definition, ddl)
-- locks      none; waits for the engine
SELECT pg_catalog.to_jsonb(d)::text AS difference
  FROM pggit.diff(?::text, ?::text) AS d
