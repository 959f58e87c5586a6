-- At least one object of every kind, each with all that its kind can have. As in battery.sql.

CREATE ROLE scripted_reader

CREATE SCHEMA "Far"

CREATE TYPE spot AS (x integer, y text COLLATE "C"); CREATE TYPE mood AS ENUM ('sad', 'it''s'); CREATE DOMAIN positive AS integer DEFAULT 1 CONSTRAINT above CHECK (VALUE > 0)

CREATE TYPE span AS RANGE (subtype = double precision)

CREATE SEQUENCE counter CYCLE MAXVALUE 9

CREATE TABLE item (id integer PRIMARY KEY, name text DEFAULT 'x', price numeric); COMMENT ON TABLE item IS 'a thing'; GRANT SELECT ON item TO scripted_reader

CREATE STATISTICS "Far".of_item (ndistinct) ON name, price FROM item; ALTER STATISTICS "Far".of_item SET STATISTICS 50; COMMENT ON STATISTICS "Far".of_item IS 'two'

CREATE VIEW items AS SELECT id, name FROM item; CREATE RULE adds AS ON INSERT TO items DO INSTEAD NOTHING

CREATE MATERIALIZED VIEW sums AS SELECT count(*) AS n FROM item

CREATE PROCEDURE nothing() LANGUAGE plpgsql AS 'BEGIN END'

CREATE AGGREGATE product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = 1)

CREATE EXTENSION pg_trgm

CREATE FOREIGN DATA WRAPPER wrapper VALIDATOR postgresql_fdw_validator; COMMENT ON FOREIGN DATA WRAPPER wrapper IS 'w'; GRANT USAGE ON FOREIGN DATA WRAPPER wrapper TO scripted_reader WITH GRANT OPTION

CREATE FOREIGN DATA WRAPPER bare OPTIONS (passphrase 'seeded', level 'a''b')

CREATE SERVER far TYPE 't' VERSION '1' FOREIGN DATA WRAPPER bare OPTIONS ("Host" 'h', password 'seeded'); GRANT USAGE ON FOREIGN SERVER far TO scripted_reader

CREATE USER MAPPING FOR scripted_reader SERVER far OPTIONS (password 'seeded'); CREATE USER MAPPING FOR PUBLIC SERVER far

CREATE FOREIGN TABLE "Far".remote (id integer OPTIONS (column_name 'no') NOT NULL, t text COLLATE "C" DEFAULT 'x', CONSTRAINT positive CHECK (id > 0)) SERVER far OPTIONS (table_name 'r', api_key 'seeded'); COMMENT ON FOREIGN TABLE "Far".remote IS 'not here'

CREATE PUBLICATION partly FOR TABLE item (id, name) WHERE (id > 10) WITH (publish = 'insert'); CREATE PUBLICATION more FOR TABLE item, TABLES IN SCHEMA "Far" WITH (publish_via_partition_root = true); CREATE PUBLICATION everything FOR ALL TABLES; CREATE PUBLICATION empty

CREATE SUBSCRIPTION incoming CONNECTION 'host=nowhere password=seeded' PUBLICATION one, "Two" WITH (connect = false, slot_name = NONE, binary = true, streaming = on, disable_on_error = true)

CREATE FUNCTION on_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'

CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION on_event(); ALTER EVENT TRIGGER watching ENABLE REPLICA

CREATE COLLATION plain_c FROM "C"; CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk', deterministic = false)

CREATE DEFAULT CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8

CREATE FUNCTION to_spot(integer) RETURNS spot LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, $1)::public.spot'

CREATE CAST (integer AS spot) WITH FUNCTION to_spot(integer) AS ASSIGNMENT; CREATE CAST (spot AS text) WITH INOUT AS IMPLICIT; COMMENT ON CAST (spot AS text) IS 'c'

CREATE FUNCTION spot_eq(spot, spot) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x = $2.x'; CREATE FUNCTION spot_cmp(spot, spot) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.x - $2.x'; CREATE FUNCTION spot_is(spot) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 IS NOT NULL'

CREATE OPERATOR === (LEFTARG = spot, RIGHTARG = spot, FUNCTION = spot_eq, COMMUTATOR = ===, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES); COMMENT ON OPERATOR === (spot, spot) IS 'same'

CREATE OPERATOR ?? (RIGHTARG = spot, FUNCTION = spot_is)

CREATE OPERATOR FAMILY "Far".spots USING btree; ALTER OPERATOR FAMILY "Far".spots USING btree ADD OPERATOR 1 <(integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint)

CREATE OPERATOR CLASS spot_ops DEFAULT FOR TYPE spot USING btree FAMILY "Far".spots AS OPERATOR 3 ===, FUNCTION 1 spot_cmp(spot, spot)

CREATE TEXT SEARCH PARSER splitter (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline)

CREATE TEXT SEARCH TEMPLATE stems (INIT = dsimple_init, LEXIZE = dsimple_lexize)

CREATE TEXT SEARCH DICTIONARY short_words (TEMPLATE = stems, stopwords = 'english', accept = false)

CREATE TEXT SEARCH CONFIGURATION finding (PARSER = splitter); ALTER TEXT SEARCH CONFIGURATION finding ADD MAPPING FOR asciiword, int WITH short_words, simple

CREATE FUNCTION own_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler'; CREATE TRUSTED LANGUAGE own HANDLER own_handler; REVOKE USAGE ON LANGUAGE own FROM PUBLIC

CREATE FUNCTION spot_out(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'boolin'; CREATE TRANSFORM FOR spot LANGUAGE own (FROM SQL WITH FUNCTION spot_out(internal))

CREATE ACCESS METHOD own_heap TYPE TABLE HANDLER heap_tableam_handler

CREATE TYPE announced; CREATE FUNCTION announced_in(cstring) RETURNS announced LANGUAGE internal IMMUTABLE STRICT AS 'int4in'; CREATE FUNCTION announced_out(announced) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out'; CREATE TYPE announced (INPUT = announced_in, OUTPUT = announced_out, LIKE = integer, CATEGORY = 'N', DEFAULT = '7', DELIMITER = ';')

ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO scripted_reader; ALTER DEFAULT PRIVILEGES IN SCHEMA "Far" GRANT EXECUTE ON FUNCTIONS TO scripted_reader WITH GRANT OPTION; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC
