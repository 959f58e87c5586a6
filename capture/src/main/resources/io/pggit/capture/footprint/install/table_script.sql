-- How far the texts with several statements have come that sessions run at the moment: where each statement begins, and which of
-- them have left audit rows. The texts themselves are not kept, for they may hold secrets. Written by the writers alone. Unlogged:
-- it is of use to one statement of one session. Rows are added and never changed, since a transaction would have to read all the
-- versions of one it changes.
DO $$
BEGIN
    -- as it once was
    IF EXISTS (SELECT FROM pg_catalog.pg_attribute AS a
                WHERE a.attrelid = pg_catalog.to_regclass('pggit.script') AND a.attname = 'done') THEN
        DROP TABLE pggit.script;
    END IF;
END
$$;
-- places, sizes   of the statements, in bytes from 1
CREATE UNLOGGED TABLE IF NOT EXISTS pggit.script (
    xid          xid8,
    digest       bytea,
    statement_at timestamptz,
    places       integer[] NOT NULL,
    sizes        integer[] NOT NULL,
    PRIMARY KEY (xid, digest, statement_at)
);
ALTER TABLE pggit.script OWNER TO pggit_owner;
REVOKE ALL ON TABLE pggit.script FROM PUBLIC;
COMMENT ON TABLE pggit.script IS 'pgGit: texts with several statements that are being run';
CREATE UNLOGGED TABLE IF NOT EXISTS pggit.script_done (
    xid          xid8,
    digest       bytea,
    statement_at timestamptz,
    number       integer,
    PRIMARY KEY (xid, digest, statement_at, number)
);
ALTER TABLE pggit.script_done OWNER TO pggit_owner;
REVOKE ALL ON TABLE pggit.script_done FROM PUBLIC;
COMMENT ON TABLE pggit.script_done IS 'pgGit: their statements that have left audit rows';
