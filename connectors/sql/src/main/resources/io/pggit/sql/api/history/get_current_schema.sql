-- Every object at HEAD, with the commit that made it; the name is without its schema.
CREATE OR REPLACE FUNCTION pggit_v0.get_current_schema()
RETURNS TABLE (object_schema text, object_name text, object_type text, created_at timestamptz, author text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 0, a ->> 1, a ->> 2, (a ->> 3)::timestamptz, a ->> 4
      FROM pggit.ask('current_schema') AS a
$$
