-- The branch of an intent was merged: so is the intent.
CREATE OR REPLACE FUNCTION pggit.intent_merged() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE pggit.intent
       SET status = 'merged', updated_at = clock_timestamp()
     WHERE branch_name = NEW.name AND status NOT IN ('merged', 'abandoned');
    RETURN NULL;
END
$$
