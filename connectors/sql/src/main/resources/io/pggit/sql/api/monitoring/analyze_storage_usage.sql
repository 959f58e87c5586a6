-- The object store: stored definitions (a file of DDL and one of facts per state of an object, each kept once), in bytes before
-- compression. The ratio is what it would be if every commit held its own copy of everything, to what is stored.
CREATE OR REPLACE FUNCTION pggit_v0.analyze_storage_usage()
RETURNS TABLE (
    total_commits bigint, total_objects bigint, total_size bigint, avg_object_size bigint, largest_object_size bigint,
    deduplication_ratio numeric)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT s.commits, s.objects, s.bytes, CASE WHEN s.objects > 0 THEN s.bytes / s.objects ELSE 0 END, s.largest,
           CASE WHEN s.bytes > 0 THEN greatest(1, round(s.copies::numeric / s.bytes, 2)) ELSE 1 END
      FROM pggit.ask('storage') AS a,
           jsonb_to_record(a) AS s (commits bigint, objects bigint, bytes bigint, largest bigint, copies bigint)
$$
