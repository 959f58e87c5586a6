-- A new version may describe objects otherwise: the next look at the schema looks at everything.
DELETE FROM pggit.catalog_mark
