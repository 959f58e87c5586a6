-- The schema of the footprint. Nobody but its owner has any right on it; triggers need none of the caller.
CREATE SCHEMA IF NOT EXISTS pggit AUTHORIZATION pggit_owner;
REVOKE ALL ON SCHEMA pggit FROM PUBLIC;
