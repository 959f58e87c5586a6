-- What describes objects is most of a row: LZ4 packs it in a fraction of the time. Not every server is built with it.
DO $$
BEGIN
    ALTER TABLE pggit.ddl_audit ALTER COLUMN objects SET COMPRESSION lz4, ALTER COLUMN dropped SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END
$$;
