-- One object as it is.
-- ? bigint catalog
-- ? bigint object
-- rows     one: element (jsonb, as text), NULL when it is gone
-- locks    ACCESS SHARE on catalogs only
SELECT pggit.describe(?::bigint::oid, ?::bigint::oid)::text AS element
