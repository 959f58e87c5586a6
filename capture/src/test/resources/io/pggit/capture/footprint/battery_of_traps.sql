-- Statements whose effects are easily missed. As in battery.sql; "-- unseen" marks what no event trigger sees.

CREATE ROLE traps_owner

CREATE TABLE a (i integer); CREATE TABLE b (i integer PRIMARY KEY); CREATE VIEW of_a AS SELECT i FROM a; DROP TABLE b

BEGIN; CREATE TABLE kept (i integer); SAVEPOINT s; ALTER TABLE kept ADD COLUMN lost text; CREATE TABLE lost (i integer); ROLLBACK TO s; ALTER TABLE kept ADD COLUMN held text; COMMIT

BEGIN; DROP VIEW of_a; CREATE TABLE never (i integer); ROLLBACK

DO $$ BEGIN CREATE TABLE from_block (i integer); BEGIN ALTER TABLE from_block ADD COLUMN undone integer; RAISE division_by_zero; EXCEPTION WHEN division_by_zero THEN ALTER TABLE from_block ADD COLUMN done integer; END; END $$

SET session_replication_role = replica; CREATE TABLE as_replica (i integer); RESET session_replication_role

PREPARE two AS SELECT 1 AS one, 2 AS two; CREATE TABLE executed AS EXECUTE two

CREATE TEMPORARY TABLE temporary_one (i serial); CREATE INDEX ON temporary_one (i); COMMENT ON TABLE temporary_one IS 'passing'; GRANT SELECT ON temporary_one TO traps_owner; DISCARD TEMP

CREATE TEMPORARY VIEW temporary_view AS SELECT 1 AS one

CREATE TABLE doubled (i integer); INSERT INTO doubled VALUES (1), (1)

-- unseen
DO $$ BEGIN PERFORM pg_import_system_collations('public'); END $$

CREATE TABLE wide (i integer, j integer) WITH (fillfactor = 80); ALTER TABLE wide SET ACCESS METHOD heap, ALTER COLUMN j SET DEFAULT 3; ALTER TABLE wide SET UNLOGGED; ALTER TABLE wide SET LOGGED

ALTER TABLE wide ADD CONSTRAINT wide_i PRIMARY KEY (i); CREATE TABLE to_wide (i integer REFERENCES wide)

ALTER TABLE wide RENAME CONSTRAINT wide_i TO wide_key

CREATE TABLE copied (LIKE wide INCLUDING ALL)

CREATE SCHEMA AUTHORIZATION traps_owner CREATE TABLE inside (i serial PRIMARY KEY) CREATE VIEW looks AS SELECT i FROM inside

ALTER SCHEMA traps_owner RENAME TO moved

ALTER TABLE moved.inside SET SCHEMA public

GRANT ALL ON ALL TABLES IN SCHEMA public TO traps_owner

GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO traps_owner WITH GRANT OPTION

REVOKE GRANT OPTION FOR USAGE ON ALL SEQUENCES IN SCHEMA public FROM traps_owner

GRANT SELECT ON a, wide TO traps_owner; REVOKE INSERT, UPDATE ON a FROM traps_owner

SET ROLE traps_owner; CREATE TABLE moved.by_role (i integer); GRANT SELECT ON moved.by_role TO PUBLIC; RESET ROLE

CREATE TABLE divided (i integer, t text) PARTITION BY LIST (i)

CREATE TABLE divided_1 PARTITION OF divided FOR VALUES IN (1); CREATE TABLE divided_rest PARTITION OF divided DEFAULT

CREATE UNIQUE INDEX ON divided (i); ALTER TABLE divided ADD CHECK (t <> ''); ALTER TABLE divided ENABLE ROW LEVEL SECURITY

ALTER TABLE divided DETACH PARTITION divided_1; ALTER TABLE divided ATTACH PARTITION divided_1 FOR VALUES IN (1)

CREATE TABLE divided_deep PARTITION OF divided FOR VALUES IN (5, 6) PARTITION BY LIST (i); CREATE TABLE divided_deep_5 PARTITION OF divided_deep FOR VALUES IN (5)

CREATE TABLE to_divided (i integer REFERENCES divided (i)); ALTER TABLE divided ADD COLUMN w integer REFERENCES wide

ALTER TABLE "divided" DETACH/**/PARTITION divided_deep

ALTER TABLE divided ATTACH PARTITION divided_deep FOR VALUES IN (5, 6); ALTER TABLE divided DETACH PARTITION public.divided_deep; DROP TABLE divided_deep, to_divided; ALTER TABLE divided DROP COLUMN w

ALTER TABLE divided ALTER COLUMN t SET STORAGE EXTERNAL, ALTER COLUMN t SET NOT NULL

ALTER TABLE divided OWNER TO traps_owner

SET allow_in_place_tablespaces = on

CREATE TABLESPACE place_:database LOCATION ''

CREATE TABLE placed (i integer PRIMARY KEY); ALTER TABLE placed OWNER TO traps_owner

ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY traps_owner SET TABLESPACE place_:database

ALTER INDEX ALL IN TABLESPACE pg_default OWNED BY traps_owner SET TABLESPACE place_:database

DROP TABLE divided_rest

CREATE TABLE "line
break" ("quote""d" integer, "back\slash" text DEFAULT E'\\', U&"bidi\202E" integer)

COMMENT ON COLUMN "line
break"."quote""d" IS 'it''s'

ALTER TABLE "line
break" RENAME COLUMN U&"bidi\202E" TO "pg_temp.x"

DROP TABLE "line
break"

CREATE FUNCTION makes() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (i integer); DROP TABLE made; CREATE TABLE made (i text); RETURN 1; END $$; CREATE TABLE through_function AS SELECT makes() AS m

ALTER FUNCTION makes() RENAME TO made_so; ALTER ROUTINE made_so() STABLE; DROP ROUTINE made_so()

ALTER TABLE IF EXISTS not_there ADD COLUMN i integer

DROP TABLE IF EXISTS not_there; DROP FUNCTION IF EXISTS not_there(integer); DROP CAST IF EXISTS (integer AS text)

CREATE EXTENSION pg_trgm SCHEMA moved; CREATE INDEX trigrams ON divided_1 USING gin (t moved.gin_trgm_ops)

ALTER EXTENSION pg_trgm SET SCHEMA public

ALTER SCHEMA moved RENAME TO traps

DROP EXTENSION pg_trgm CASCADE

CREATE TYPE shelled; CREATE TABLE shelled (i integer)

CREATE TYPE shelled_too; CREATE VIEW shelled_too AS SELECT 1 AS one

CREATE TABLE far (id integer PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE near (id integer CONSTRAINT far REFERENCES far)

CREATE TABLE far_1 PARTITION OF far FOR VALUES FROM (1) TO (5)

ALTER TABLE far DETACH PARTITION far_1; ALTER TABLE far ATTACH PARTITION far_1 FOR VALUES FROM (1) TO (5)

CREATE TABLE near_too (id integer PRIMARY KEY); CREATE TABLE to_near (id integer REFERENCES near_too)

ALTER TABLE near_too ALTER COLUMN id TYPE bigint

CREATE TYPE keyed AS (id integer); CREATE TABLE of_keyed OF keyed (PRIMARY KEY (id)); CREATE TABLE to_keyed (id integer REFERENCES of_keyed)

ALTER TYPE keyed ALTER ATTRIBUTE id TYPE bigint CASCADE

CREATE SCHEMA signs; CREATE SCHEMA other_signs; CREATE OPERATOR signs.=# (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq, NEGATOR = OPERATOR(other_signs.<>#)); CREATE OPERATOR other_signs.<># (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4ne, NEGATOR = OPERATOR(signs.=#))

ALTER SCHEMA other_signs RENAME TO unlike

DROP OPERATOR unlike.<># (integer, integer)

-- unseen
TRUNCATE a; CLUSTER wide USING wide_key; ANALYZE wide

REINDEX TABLE wide

DROP OWNED BY traps_owner CASCADE

DROP SCHEMA IF EXISTS traps CASCADE

DROP TABLESPACE place_:database

DROP ROLE traps_owner
