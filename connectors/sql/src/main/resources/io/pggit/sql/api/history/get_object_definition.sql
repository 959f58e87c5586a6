-- DDL that makes an object, or a part of one, as it is at a revision (null: HEAD), with all that belongs to it.
CREATE OR REPLACE FUNCTION pggit_v0.get_object_definition(
    p_schema_name text, p_object_name text, p_commit_sha text DEFAULT NULL) RETURNS text
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT pggit.script(a -> 'statements')
      FROM pggit.ask('object_definition', pggit.asker() || jsonb_build_object(
               'schema', p_schema_name, 'name', p_object_name, 'revision', p_commit_sha)) AS a
$$
