-- Notes which statement of a text left an audit row, so that the next command of the same text is looked for behind it, and the
-- text is taken apart once. Waits for nobody: a transaction touches its own row, and rows of others only where they are over and
-- not locked. Under a snapshot that is older than that it leaves them to the next.
-- ran      what pggit.statement_of gave, with a number in it
CREATE OR REPLACE FUNCTION pggit.note_piece(ran record) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF ran.places IS NOT NULL THEN
        IF current_setting('transaction_isolation') = 'read committed' THEN
            WITH over AS (
                DELETE FROM pggit.script AS s
                 WHERE (s.xid, s.digest, s.statement_at) IN (
                           SELECT o.xid, o.digest, o.statement_at FROM pggit.script AS o
                            WHERE o.xid <> pg_current_xact_id() LIMIT 100 FOR UPDATE SKIP LOCKED)
                RETURNING s.xid, s.digest, s.statement_at)
            DELETE FROM pggit.script_done AS d USING over AS o
             WHERE d.xid = o.xid AND d.digest = o.digest AND d.statement_at = o.statement_at;
        END IF;
        INSERT INTO pggit.script AS s (xid, digest, statement_at, places, sizes)
        VALUES (pg_current_xact_id(), ran.digest, statement_timestamp(), ran.places, ran.sizes)
        ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN
            -- run again by the same function
            DELETE FROM pggit.script_done AS d
             WHERE d.xid = pg_current_xact_id() AND d.digest = ran.digest AND d.statement_at = statement_timestamp();
        END IF;
    END IF;
    INSERT INTO pggit.script_done AS d (xid, digest, statement_at, number)
    VALUES (pg_current_xact_id(), ran.digest, statement_timestamp(), ran.number)
    ON CONFLICT DO NOTHING;
END
$$;
ALTER FUNCTION pggit.note_piece(record) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.note_piece(record) FROM PUBLIC;
