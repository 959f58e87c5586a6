-- Notes which statement of a text left an audit row, so that the next command of the same text is looked for behind it, and the
-- text is taken apart once. Waits for nobody: a transaction touches its own row, and rows of others only where they are over and
-- not locked. Under a snapshot that is older than that it leaves them to the next.
-- ran      what pggit.statement_of gave, with a number in it
CREATE OR REPLACE FUNCTION pggit.note_piece(ran record) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF ran.places IS NULL THEN
        UPDATE pggit.script AS s SET done = ran.number WHERE s.xid = pg_current_xact_id();
        RETURN;
    END IF;
    IF current_setting('transaction_isolation') = 'read committed' THEN
        DELETE FROM pggit.script AS s
         WHERE s.xid IN (SELECT o.xid FROM pggit.script AS o
                          WHERE o.xid <> pg_current_xact_id() LIMIT 100 FOR UPDATE SKIP LOCKED);
    END IF;
    INSERT INTO pggit.script AS s (xid, statement_at, digest, places, sizes, done)
    VALUES (pg_current_xact_id(), statement_timestamp(), ran.digest, ran.places, ran.sizes, ran.number)
    ON CONFLICT (xid) DO UPDATE
       SET statement_at = excluded.statement_at, digest = excluded.digest, places = excluded.places,
           sizes = excluded.sizes, done = excluded.done;
END
$$;
ALTER FUNCTION pggit.note_piece(record) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.note_piece(record) FROM PUBLIC;
