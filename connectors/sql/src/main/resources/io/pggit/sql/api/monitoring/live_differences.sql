-- Objects in which the live schema differs from HEAD with the caller's own DDL: somebody went past the event triggers, or committed
-- to another branch by pggit.branch. Columns may have another order, since no statement can change that.
-- p_all   describe everything anew, not only what may have changed since the schema was last found to be as recorded
CREATE OR REPLACE FUNCTION pggit.live_differences(p_all boolean) RETURNS TABLE (object_name text, difference text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    keys CONSTANT jsonb := CASE WHEN NOT p_all THEN pggit.suspects((SELECT l.marks FROM pggit.catalog_look() AS l)) END;
BEGIN
    IF keys IS NULL OR keys <> '[]' THEN
        RETURN QUERY
        SELECT c.object, CASE WHEN NOT c.recorded THEN 'not at HEAD' WHEN NOT c.live THEN 'not live' ELSE 'different' END
          FROM pggit.compare_live(keys) AS c;
    END IF;
    IF EXISTS (SELECT FROM pggit.committed_elsewhere) THEN
        RETURN QUERY SELECT a ->> 'object', a ->> 'difference' FROM pggit.ask('elsewhere') AS a;
    END IF;
END
$$
