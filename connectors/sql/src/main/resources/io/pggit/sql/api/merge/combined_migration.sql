-- One migration that does to p_onto what merging the branches, one after the other, would do; nothing is changed.
-- Conflicts between them are an error; what to look at is raised as warnings.
CREATE OR REPLACE FUNCTION pggit.combined_migration(p_branches text[], p_onto text DEFAULT 'main') RETURNS text
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    answer  jsonb;
    warning text;
BEGIN
    IF p_branches IS NULL OR array_position(p_branches, NULL) IS NOT NULL THEN
        RAISE EXCEPTION 'Branch name cannot be NULL' USING ERRCODE = '22004';
    END IF;
    SELECT a INTO answer
      FROM pggit.ask('combined_migration', jsonb_build_object(
               'onto', p_onto, 'branches', to_jsonb(p_branches),
               'server', current_setting('server_version_num')::integer)) AS a;
    FOR warning IN SELECT w FROM jsonb_array_elements_text(answer -> 'warnings') AS w LOOP
        RAISE WARNING '%', warning;
    END LOOP;
    RETURN answer ->> 'script';
END
$$
