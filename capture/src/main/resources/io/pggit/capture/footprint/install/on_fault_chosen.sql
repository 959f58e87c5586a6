-- What is wanted for commands that cannot be recorded.
DO $$
BEGIN
    PERFORM pg_catalog.set_config('pggit.on_fault', '/* mode */', true);
END
$$;
