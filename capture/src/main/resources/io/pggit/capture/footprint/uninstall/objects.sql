-- Removes what belongs to this database, the record included.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I RESET pggit.current_branch', pg_catalog.current_database());
END
$$;
DROP PUBLICATION IF EXISTS pggit;
DROP SCHEMA IF EXISTS pggit_v0 CASCADE;
DROP SCHEMA IF EXISTS pggit CASCADE;
