-- The second schema of the SQL API.
CREATE SCHEMA IF NOT EXISTS pggit_v0 AUTHORIZATION pggit_owner
