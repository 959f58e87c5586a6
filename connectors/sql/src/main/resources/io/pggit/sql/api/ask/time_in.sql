-- The time that a revision names, as this session reads and counts times: alone, or after a name as name@{time}. With the text as
-- it stands there; nothing when it names none. What is a branch, a tag or a commit is no time.
CREATE OR REPLACE FUNCTION pggit.time_in(p_revision text, OUT text_ text, OUT time_ timestamptz)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    base    CONSTANT text := (regexp_match(p_revision, '^[^~^{}]*'))[1];
    written CONSTANT text := coalesce((regexp_match(p_revision, '^[^~^{}]*@\{([^{}]+)\}'))[1], base);
BEGIN
    IF written = base AND (written IN ('HEAD', '@', '') OR written ~ '^[0-9a-f]{40}$'
                           OR EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = written)
                           OR EXISTS (SELECT FROM pggit.tag_name AS t WHERE t.name = written)) THEN
        RETURN;
    END IF;
    -- the engine counts nanoseconds from 1970 to 2262: what is farther away is before or after everything all the same
    time_ := least(greatest(CASE WHEN written ~* '\mago\s*$' THEN now() + written::interval ELSE written::timestamptz END,
                            '1970-01-01 00:00Z'), '2262-01-01 00:00Z');
    text_ := written;
EXCEPTION WHEN data_exception THEN
    RETURN; -- no time
END
$$
