-- Raises 42501 unless the caller is an administrator of pgGit.
CREATE OR REPLACE FUNCTION pggit.require_admin(what text) RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT pg_has_role(pggit.caller()::name, 'pggit_admin', 'USAGE') THEN
        RAISE EXCEPTION '% is for members of role pggit_admin', what USING ERRCODE = '42501';
    END IF;
END
$$
