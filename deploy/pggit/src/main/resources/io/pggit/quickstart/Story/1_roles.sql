-- Quickstart story 1, by the superuser: two people, and a schema that one of them owns. Roles belong to the whole server,
-- so PostgreSQL reports no DDL event for them; the schema and its privileges are the first thing recorded.
CREATE ROLE ann LOGIN;
CREATE ROLE ben LOGIN;
GRANT ann TO ben;
CREATE SCHEMA shop AUTHORIZATION ann;
