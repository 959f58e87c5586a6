-- The times in the revisions among a question's arguments, by their text: {"3 hours ago": "2026-11-28T05:00:00+00:00"}.
CREATE OR REPLACE FUNCTION pggit.times_in(p_args jsonb) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(jsonb_object_agg(t.text_, t.time_), '{}')
      FROM unnest(ARRAY['revision', 'from', 'to', 'ref']) AS a (name), pggit.time_in(left(p_args ->> a.name, 1000)) AS t
     WHERE t.text_ IS NOT NULL
$$
