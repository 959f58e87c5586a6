-- Makes the live schema that of another revision, and HEAD name it. Data is not versioned: what a checkout would destroy is named
-- and kept unless p_discard_data.
CREATE OR REPLACE FUNCTION pggit.checkout(
    p_ref text, p_create_new boolean DEFAULT false, p_discard_data boolean DEFAULT false) RETURNS text
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT pggit.move_head(p_ref, p_create_new, false, p_discard_data) $$
