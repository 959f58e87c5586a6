-- The commit each branch is at, {branch: sha}; for pggit.branches.
CREATE OR REPLACE FUNCTION pggit.tips() RETURNS jsonb
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN (SELECT jsonb_object_agg(a ->> 'name', a ->> 'sha') FROM pggit.ask('refs') AS a WHERE a ->> 'type' = 'branch');
END
$$
