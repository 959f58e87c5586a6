-- Id of the best common ancestor of two revisions; null when they have none.
CREATE OR REPLACE FUNCTION pggit.merge_base(p_a text, p_b text) RETURNS text
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'sha' FROM pggit.ask('merge_base', jsonb_build_object('from', p_a, 'to', p_b)) AS a
$$
