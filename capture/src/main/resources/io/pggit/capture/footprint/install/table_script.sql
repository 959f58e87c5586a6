-- How far the texts with several statements have come that sessions run at the moment, a row per transaction: where each
-- statement begins, and which of them was the last to leave an audit row. The texts themselves are not kept, for they may hold
-- secrets. Written by the writers alone. Unlogged: it is of use to one statement of one session.
CREATE UNLOGGED TABLE IF NOT EXISTS pggit.script (
    xid          xid8 PRIMARY KEY,
    statement_at timestamptz NOT NULL,
    digest       bytea NOT NULL,
    places       integer[] NOT NULL,
    sizes        integer[] NOT NULL,
    done         integer NOT NULL
) WITH (fillfactor = 50);
ALTER TABLE pggit.script OWNER TO pggit_owner;
REVOKE ALL ON TABLE pggit.script FROM PUBLIC;
COMMENT ON TABLE pggit.script IS 'pgGit: how far texts with several statements have come';
