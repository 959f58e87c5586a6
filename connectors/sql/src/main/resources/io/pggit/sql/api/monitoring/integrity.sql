-- What the engine finds when it checks what is stored, and how many audit rows it has of those in the table.
-- p_answer   the engine's answer to pggit.audited() as question integrity
CREATE OR REPLACE FUNCTION pggit.integrity(p_answer jsonb) RETURNS TABLE (check_name text, status text, details text)
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a ->> 'check', CASE WHEN (a ->> 'failures')::bigint = 0 THEN 'OK' ELSE 'FAILED' END, a ->> 'details'
      FROM jsonb_array_elements(p_answer) AS a
$$
