-- Which database this is. A copy has the row of its source, and is known by that.
CREATE TABLE IF NOT EXISTS pggit.incarnation (
    only_row          boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    system_identifier bigint NOT NULL,
    database          oid NOT NULL
)
