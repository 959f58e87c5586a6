-- Objects that are not as they were recorded: somebody went past the event triggers. An object each: its name, its key, and
-- whether it is gone. Describes what may have changed since the schema was last found to be as recorded, nothing else.
CREATE OR REPLACE FUNCTION pggit.drift()
RETURNS TABLE (object text, classid bigint, objid bigint, type text, gone boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    keys CONSTANT jsonb := pggit.suspects((SELECT l.marks FROM pggit.catalog_look() AS l));
BEGIN
    IF keys IS NULL OR keys <> '[]' THEN
        RETURN QUERY SELECT c.object, c.classid, c.objid, c.type, NOT c.live FROM pggit.compare_live(keys) AS c;
    END IF;
END
$$
