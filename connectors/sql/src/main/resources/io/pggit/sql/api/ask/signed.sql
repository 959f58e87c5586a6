-- A question as the engine takes it: its text behind a digest that only functions of pgGit can make.
CREATE OR REPLACE FUNCTION pggit.signed(p_payload text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT encode(sha256(s.outer_key || sha256(s.inner_key || convert_to(p_payload, 'UTF8'))), 'hex') || p_payload
      FROM pggit.secret AS s
$$
