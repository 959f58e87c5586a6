-- What an object, or a part of one, is, the size of its definition, and its last change up to a revision (null: HEAD).
CREATE OR REPLACE FUNCTION pggit_v0.get_object_metadata(
    p_schema_name text, p_object_name text, p_commit_sha text DEFAULT NULL)
RETURNS TABLE (object_type text, size_bytes bigint, last_modified timestamptz, modified_by text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'type', (a ->> 'size')::bigint, (a ->> 'changed_at')::timestamptz, a ->> 'changed_by'
      FROM pggit.ask('object_metadata', pggit.asker() || jsonb_build_object(
               'schema', p_schema_name, 'name', p_object_name, 'revision', p_commit_sha)) AS a
$$
