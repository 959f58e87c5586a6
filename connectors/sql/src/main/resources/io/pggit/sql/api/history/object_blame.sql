-- Who last changed and who made an object and each of its parts. p_path: schemas to look in for a name without one.
CREATE OR REPLACE FUNCTION pggit.object_blame(p_object text, p_ref text, p_path name[])
RETURNS TABLE (
    part text, name text, changed_at timestamptz, changed_by text, commit_id text, message text,
    made_at timestamptz, made_by text, made_commit_id text, made_as text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'part', a ->> 'name', (a #>> '{changed,committed_at}')::timestamptz, a #>> '{changed,author}',
           a #>> '{changed,sha}', a #>> '{changed,message}', (a #>> '{made,committed_at}')::timestamptz,
           a #>> '{made,author}', a #>> '{made,sha}', coalesce(a ->> 'made_as', a ->> 'name')
      FROM pggit.ask('blame', jsonb_build_object('name', p_object, 'revision', p_ref, 'path', p_path)) AS a
$$
