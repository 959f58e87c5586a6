-- Removes what belongs to this database, the record included.
DROP PUBLICATION IF EXISTS pggit;
DROP SCHEMA IF EXISTS pggit_v0 CASCADE;
DROP SCHEMA IF EXISTS pggit CASCADE;
