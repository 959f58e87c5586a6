-- An extension is changed by its own scripts only: what is made beside them would be no member.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'pggit') THEN
        RAISE EXCEPTION 'pgGit is installed in this database as an extension'
              USING ERRCODE = 'duplicate_object',
                    HINT = 'Nothing is missing; after "pggit extension install" of another version run ALTER EXTENSION pggit UPDATE.';
    END IF;
END
$$;
