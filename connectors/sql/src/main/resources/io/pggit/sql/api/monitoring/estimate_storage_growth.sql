-- What was stored at the end of each of the last twelve months, and what will be at the end of the next three if it goes on
-- along the straight line that fits these months best.
CREATE OR REPLACE FUNCTION pggit_v0.estimate_storage_growth()
RETURNS TABLE (
    period text, projected_size_gb numeric, estimated_object_count bigint, growth_trend text, is_projection boolean)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'period', round((a ->> 'bytes')::numeric / 1073741824, 6), (a ->> 'objects')::bigint, a ->> 'trend',
           (a ->> 'projected')::boolean
      FROM pggit.ask('growth') AS a
$$
