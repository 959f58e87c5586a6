-- pgGit for servers that take no extension files: what CREATE EXTENSION pggit makes, in plain SQL.
--     psql -v ON_ERROR_STOP=1 -f pggit.sql
-- As a superuser, in the database whose schema is to be recorded. Harmless when repeated.
BEGIN;
SET LOCAL client_min_messages = warning;
