-- Notes conflicts the engine found. One that was answered and is found again has to be answered again.
-- Returns how many were not open before.
CREATE OR REPLACE FUNCTION pggit.note_conflicts(p_merge uuid, p_conflicts jsonb) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH found AS (
        SELECT f.ordinality, f.value, r.*
          FROM jsonb_array_elements(p_conflicts) WITH ORDINALITY AS f,
               jsonb_to_record(f.value) AS r (
                   key jsonb, object_type text, object_name text, conflict_type text, attribute text, about text,
                   base_definition text, ours text, theirs text, branch_a_sql text, branch_b_sql text)
    ), noted AS (
        INSERT INTO pggit.conflict AS c (
            merge_id, key, object_type, object_name, conflict_type, attribute, about, base_definition, ours, theirs,
            branch_a_sql, branch_b_sql)
        SELECT p_merge, f.key, f.object_type, f.object_name, f.conflict_type, f.attribute, f.about, f.base_definition,
               f.ours, f.theirs, f.branch_a_sql, f.branch_b_sql
          FROM found AS f
         ORDER BY f.ordinality
            ON CONFLICT (merge_id, key) DO UPDATE
           SET base_definition = excluded.base_definition, ours = excluded.ours, theirs = excluded.theirs,
               branch_a_sql = excluded.branch_a_sql, branch_b_sql = excluded.branch_b_sql, about = excluded.about,
               resolution = NULL, resolved_ddl = NULL, resolved_by = NULL, resolved_session = NULL, resolved_at = NULL
         RETURNING c.id
    )
    SELECT count(*) FROM noted
$$
