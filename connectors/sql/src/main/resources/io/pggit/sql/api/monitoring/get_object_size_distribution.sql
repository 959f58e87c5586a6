-- Stored definitions by size, always five rows, the smallest first.
CREATE OR REPLACE FUNCTION pggit_v0.get_object_size_distribution()
RETURNS TABLE (size_bucket text, count bigint, total_size bigint)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT (ARRAY['< 1 KB', '1-10 KB', '10-100 KB', '100 KB-1 MB', '> 1 MB'])[b.ordinality],
           (b.value ->> 'objects')::bigint, (b.value ->> 'bytes')::bigint
      FROM pggit.ask('storage') AS a, jsonb_array_elements(a -> 'buckets') WITH ORDINALITY AS b
     ORDER BY b.ordinality
$$
