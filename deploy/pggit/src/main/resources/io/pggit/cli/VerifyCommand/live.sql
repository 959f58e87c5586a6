-- Facts of every object of the live catalog, by the footprint's own describing functions.
-- rows       one per object: object (jsonb: kind, schema, name, signature, facts; or unmodelled: true)
-- locks      ACCESS SHARE on catalogs, and while an expression is printed on the relation it belongs to
SELECT d.object::text
  FROM pggit.describe_all() AS d (object)
