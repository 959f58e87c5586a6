-- The migration from one revision to another: statements in an order that runs, each ending with a semicolon, after a comment
-- for everything they leave. Empty when there is nothing to do and nothing to tell.
CREATE OR REPLACE FUNCTION pggit.diff_as_sql(p_from text, p_to text DEFAULT 'HEAD') RETURNS text
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'script'
      FROM pggit.ask('migration', pggit.asker() || jsonb_build_object('from', p_from, 'to', p_to)) AS a
$$
