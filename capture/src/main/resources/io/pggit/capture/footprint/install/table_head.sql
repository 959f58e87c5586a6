-- HEAD of this database: one row, the branch that a schema change belongs to when the session names none.
CREATE TABLE IF NOT EXISTS pggit.head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    branch   text NOT NULL DEFAULT 'main' CHECK (branch <> '')
);
ALTER TABLE pggit.head OWNER TO pggit_owner;
REVOKE ALL ON TABLE pggit.head FROM PUBLIC;
INSERT INTO pggit.head DEFAULT VALUES ON CONFLICT DO NOTHING;
