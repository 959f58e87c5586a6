-- Remembers how the catalogs look, by pggit.catalog_look(), where the live schema is as recorded. Writes only what changed.
CREATE OR REPLACE FUNCTION pggit.keep_marks(p_signature bigint, p_marks pggit.catalog_mark[]) RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF p_marks IS NOT NULL THEN
        DELETE FROM pggit.catalog_mark AS o
         WHERE NOT EXISTS (SELECT FROM unnest(p_marks) AS n WHERE n.classid = o.classid AND n.objid = o.objid);
        INSERT INTO pggit.catalog_mark AS o (classid, objid, rows, names)
        SELECT n.classid, n.objid, n.rows, n.names FROM unnest(p_marks) AS n
            ON CONFLICT (classid, objid) DO UPDATE SET rows = excluded.rows, names = excluded.names
         WHERE o.rows <> excluded.rows OR o.names <> excluded.names;
    END IF;
    UPDATE pggit.head
       SET marked_seq = (SELECT coalesce(max(a.seq), 0) FROM pggit.ddl_audit AS a), marked_signature = p_signature;
END
$$
