-- How the catalogs look, of one snapshot: their signature, and the marks of all objects, which are NULL where the signature is as
-- it was when the schema was last found to be as recorded, since no mark is another then.
CREATE OR REPLACE FUNCTION pggit.catalog_look(OUT signature bigint, OUT marks pggit.catalog_mark[])
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    signature := pggit.catalog_signature();
    IF signature IS DISTINCT FROM (SELECT h.marked_signature FROM pggit.head AS h)
       OR NOT EXISTS (SELECT FROM pggit.catalog_mark) THEN
        marks := (SELECT array_agg(m) FROM pggit.catalog_marks() AS m);
    END IF;
END
$$
