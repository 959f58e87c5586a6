-- Compares the live schema with the record, as pggit.drift() does, for those who hold the lock of movers. When they agree, that is
-- remembered, and the next look describes only what changed from here on. Returns names, keys and what is gone of what differs,
-- as pggit.record_detected takes them; names are NULL where nothing does.
CREATE OR REPLACE FUNCTION pggit.look(OUT names text, OUT keys jsonb, OUT gone jsonb)
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    look     record;
    suspects jsonb;
BEGIN
    SELECT l.* INTO look FROM pggit.catalog_look() AS l;
    suspects := pggit.suspects(look.marks);
    IF suspects = '[]' THEN
        RETURN;
    END IF;
    SELECT string_agg(c.object, ', ' ORDER BY c.object),
           jsonb_agg(jsonb_build_object('classid', c.classid, 'objid', c.objid)) FILTER (WHERE c.live),
           jsonb_agg(jsonb_build_object('classid', c.classid, 'objid', c.objid, 'objsubid', 0, 'type', c.type,
                                        'identity', c.object)) FILTER (WHERE NOT c.live)
      INTO names, keys, gone
      FROM pggit.compare_live(suspects) AS c;
    IF names IS NULL THEN
        PERFORM pggit.keep_marks(look.signature, look.marks);
    END IF;
END
$$
