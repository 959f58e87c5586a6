-- How the catalog rows of each object looked when the schema was last found to be as recorded; see pggit.catalog_marks().
CREATE TABLE IF NOT EXISTS pggit.catalog_mark (
    classid oid,
    objid   oid,
    rows    bigint NOT NULL,
    names   bigint[] NOT NULL,
    PRIMARY KEY (classid, objid)
)
