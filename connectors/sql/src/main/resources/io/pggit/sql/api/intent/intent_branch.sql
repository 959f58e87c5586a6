-- A name for the branch of a feature that neither a branch nor an open intent has: feature/<name>, then feature/<name>_001 …
CREATE OR REPLACE FUNCTION pggit.intent_branch(p_feature_name text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    slug      CONSTANT text := left(btrim(regexp_replace(lower(p_feature_name), '[^a-z0-9]+', '-', 'g'), '-'), 200);
    base      CONSTANT text := 'feature/' || CASE WHEN slug = '' THEN 'intent' ELSE slug END;
    candidate text := base;
    number    integer := 0;
BEGIN
    WHILE EXISTS (SELECT FROM pggit.branch AS b WHERE b.name = candidate)
          OR EXISTS (SELECT FROM pggit.intent AS i
                      WHERE i.branch_name = candidate AND i.status NOT IN ('completed', 'merged', 'abandoned')) LOOP
        number := number + 1;
        candidate := base || '_' || lpad(number::text, greatest(3, length(number::text)), '0');
    END LOOP;
    RETURN candidate;
END
$$
