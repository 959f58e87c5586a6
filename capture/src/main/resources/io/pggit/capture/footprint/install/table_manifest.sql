-- What the footprint was when it was installed, part by part; what is compared with it says whether somebody changed it since.
CREATE TABLE IF NOT EXISTS pggit.manifest (
    kind  text NOT NULL,
    name  text NOT NULL,
    state jsonb NOT NULL,
    PRIMARY KEY (kind, name)
);
ALTER TABLE pggit.manifest OWNER TO pggit_owner;
REVOKE ALL ON TABLE pggit.manifest FROM PUBLIC;
COMMENT ON TABLE pggit.manifest IS 'pgGit: every part of the footprint as it was installed';
