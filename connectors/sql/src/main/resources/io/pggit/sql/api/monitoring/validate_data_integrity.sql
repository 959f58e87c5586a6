-- Checks of everything stored: content is read and its ids are computed again, the audit table is compared with the engine's
-- journal, the live schema with HEAD.
CREATE OR REPLACE FUNCTION pggit_v0.validate_data_integrity()
RETURNS TABLE (check_name text, status text, details text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    differing text[];
BEGIN
    RETURN QUERY
    SELECT i.* FROM (SELECT jsonb_agg(a) FROM pggit.ask('integrity', pggit.audited()) AS a) AS q (answer),
                    LATERAL pggit.integrity(q.answer) AS i;
    BEGIN
        SELECT array_agg(d.object_name || ' (' || d.difference || ')') INTO differing FROM pggit.live_differences(true) AS d;
    EXCEPTION WHEN OTHERS THEN
        differing := ARRAY[SQLERRM];
    END;
    RETURN QUERY
    SELECT 'LIVE_SCHEMA_MATCHES_HEAD', CASE WHEN differing IS NULL THEN 'OK' ELSE 'FAILED' END,
           coalesce(array_to_string(differing[1:20], ', '), 'the live schema was described again and compared');
END
$$
