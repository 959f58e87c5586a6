-- Shows a branch in sessions to come, and does nothing else. Belongs to whoever installs: only the owner of a database may set its
-- defaults.
CREATE OR REPLACE FUNCTION pggit.remember_branch(branch text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET pggit.current_branch = %L', current_database(), branch);
END
$$
