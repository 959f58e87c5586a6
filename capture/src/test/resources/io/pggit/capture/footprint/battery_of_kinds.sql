-- DDL of the kinds of object beside tables, views, routines and types. As in battery.sql; besides, "-- unseen" marks what no
-- event trigger sees, ":port" and ":database" stand for where the test runs.

CREATE ROLE kinds_owner

CREATE ROLE kinds_reader

CREATE SCHEMA box

CREATE TABLE box.item (id integer PRIMARY KEY, name text, price numeric, note text)

CREATE TABLE box.other (id integer, name text)

CREATE FOREIGN DATA WRAPPER plain_wrapper OPTIONS (debug 'true')

COMMENT ON FOREIGN DATA WRAPPER plain_wrapper IS 'reads nothing'

ALTER FOREIGN DATA WRAPPER plain_wrapper OPTIONS (SET debug 'false', ADD passphrase 'seeded')

GRANT USAGE ON FOREIGN DATA WRAPPER plain_wrapper TO kinds_reader WITH GRANT OPTION

CREATE SERVER plain_server TYPE 'file' VERSION '1' FOREIGN DATA WRAPPER plain_wrapper OPTIONS (host 'somewhere', password 'seeded')

ALTER SERVER plain_server VERSION '2' OPTIONS (SET host 'elsewhere', ADD port '99', DROP password)

COMMENT ON SERVER plain_server IS 'far away'

GRANT USAGE ON FOREIGN SERVER plain_server TO kinds_reader, PUBLIC

REVOKE USAGE ON FOREIGN SERVER plain_server FROM PUBLIC

CREATE USER MAPPING FOR kinds_reader SERVER plain_server OPTIONS (user 'u', password 'seeded')

CREATE USER MAPPING FOR PUBLIC SERVER plain_server

ALTER USER MAPPING FOR kinds_reader SERVER plain_server OPTIONS (SET password 'seeded too')

CREATE FOREIGN TABLE box.remote (id integer OPTIONS (column_name 'no') NOT NULL, t text COLLATE "C" DEFAULT 'x', CONSTRAINT positive CHECK (id > 0)) SERVER plain_server OPTIONS (table_name 'r', secret_token 'seeded')

ALTER FOREIGN TABLE box.remote ALTER COLUMN id OPTIONS (SET column_name 'number'), ALTER COLUMN t OPTIONS (ADD note 'n')

ALTER FOREIGN TABLE box.remote OPTIONS (SET table_name 'rr'), ADD COLUMN j integer, ALTER COLUMN j SET STATISTICS 10

COMMENT ON FOREIGN TABLE box.remote IS 'not here'

COMMENT ON COLUMN box.remote.t IS 'text'

GRANT SELECT, UPDATE (t) ON box.remote TO kinds_reader

ALTER FOREIGN TABLE box.remote RENAME COLUMN t TO tt

CREATE VIEW box.of_remote AS SELECT id, tt FROM box.remote

ALTER FOREIGN TABLE box.remote RENAME TO remote_table

ALTER FOREIGN TABLE box.remote_table SET SCHEMA public

ALTER FOREIGN TABLE remote_table DROP COLUMN j

CREATE TABLE box.measured (id integer, at date) PARTITION BY RANGE (id)

CREATE FOREIGN TABLE box.measured_far PARTITION OF box.measured FOR VALUES FROM (0) TO (10) SERVER plain_server

ALTER TABLE box.measured ADD COLUMN more text

ALTER SERVER plain_server RENAME TO simple_server

ALTER FOREIGN DATA WRAPPER plain_wrapper RENAME TO simple_wrapper

ALTER FOREIGN DATA WRAPPER simple_wrapper OWNER TO postgres

ALTER FOREIGN DATA WRAPPER simple_wrapper NO VALIDATOR

ALTER SERVER simple_server OWNER TO kinds_reader

ALTER FOREIGN TABLE remote_table OWNER TO kinds_owner

DROP USER MAPPING FOR PUBLIC SERVER simple_server

DROP SERVER simple_server CASCADE

DROP FOREIGN DATA WRAPPER simple_wrapper

CREATE EXTENSION postgres_fdw

CREATE SERVER loopback FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port ':port', dbname ':database')

CREATE USER MAPPING FOR CURRENT_USER SERVER loopback OPTIONS (user 'postgres', password 'seeded')

CREATE SCHEMA imported

IMPORT FOREIGN SCHEMA box LIMIT TO (item, other) FROM SERVER loopback INTO imported

ALTER SCHEMA imported RENAME TO brought

ALTER SERVER loopback OPTIONS (ADD fetch_size '500')

DROP EXTENSION postgres_fdw CASCADE

CREATE PUBLICATION published FOR TABLE box.item (id, name) WHERE (id > 10), box.other WITH (publish = 'insert, update')

COMMENT ON PUBLICATION published IS 'for others'

ALTER PUBLICATION published ADD TABLE box.measured

ALTER PUBLICATION published DROP TABLE box.other

ALTER PUBLICATION published SET TABLE box.item WHERE (price > 1 AND name <> 'x'), box.other (id)

ALTER PUBLICATION published SET (publish = 'insert, delete, truncate', publish_via_partition_root = true)

ALTER TABLE box.item RENAME COLUMN price TO cost

ALTER TABLE box.other RENAME COLUMN id TO number

ALTER TABLE box.item RENAME TO thing

ALTER TABLE box.other SET SCHEMA brought

CREATE PUBLICATION of_schema FOR TABLES IN SCHEMA box, brought

ALTER PUBLICATION of_schema DROP TABLES IN SCHEMA brought

ALTER PUBLICATION of_schema ADD TABLES IN SCHEMA brought, TABLE box.measured

ALTER SCHEMA brought RENAME TO second

ALTER PUBLICATION of_schema RENAME TO of_schemas

ALTER PUBLICATION of_schemas OWNER TO postgres

-- from 18
ALTER PUBLICATION of_schemas SET (publish_generated_columns = stored)

CREATE PUBLICATION all_of_it FOR ALL TABLES

DROP TABLE second.other

DROP SCHEMA second CASCADE

ALTER TABLE box.thing DROP COLUMN cost CASCADE

CREATE SUBSCRIPTION subscribed CONNECTION 'host=nowhere user=u password=seeded' PUBLICATION one, two WITH (connect = false, slot_name = NONE, binary = true)

ALTER SUBSCRIPTION subscribed CONNECTION 'host=nowhere password=seeded2'

ALTER SUBSCRIPTION subscribed SET (streaming = on, disable_on_error = true, synchronous_commit = 'local')

-- from 16
ALTER SUBSCRIPTION subscribed SET (origin = none, run_as_owner = true)

ALTER SUBSCRIPTION subscribed SET PUBLICATION three WITH (refresh = false)

ALTER SUBSCRIPTION subscribed ADD PUBLICATION four WITH (refresh = false)

COMMENT ON SUBSCRIPTION subscribed IS 'from nowhere'

ALTER SUBSCRIPTION subscribed RENAME TO subscription_one

ALTER SUBSCRIPTION subscription_one DISABLE

DROP SUBSCRIPTION subscription_one

DROP PUBLICATION published, of_schemas, all_of_it

CREATE COLLATION plain_c FROM "C"

CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk', deterministic = false)

-- from 16
CREATE COLLATION ruled (provider = icu, locale = 'und', rules = '& V << w <<< W')

-- from 17
CREATE COLLATION built (provider = builtin, locale = 'C.UTF-8')

COMMENT ON COLLATION german IS 'phone book'

CREATE TABLE spoken (word text COLLATE german, CHECK (word > 'a' COLLATE plain_c))

CREATE INDEX spoken_word ON spoken (word COLLATE plain_c)

CREATE DOMAIN german_text AS text COLLATE german

CREATE TYPE word_range AS RANGE (subtype = text, collation = plain_c)

ALTER COLLATION german RENAME TO deutsch

ALTER COLLATION plain_c SET SCHEMA box

ALTER COLLATION deutsch OWNER TO kinds_owner

ALTER COLLATION deutsch REFRESH VERSION

CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8

CREATE DEFAULT CONVERSION box.koi FOR 'KOI8R' TO 'UTF8' FROM koi8r_to_utf8

COMMENT ON CONVERSION latin IS 'old letters'

ALTER CONVERSION latin RENAME TO latin_one

ALTER CONVERSION latin_one SET SCHEMA box

ALTER CONVERSION box.latin_one OWNER TO kinds_owner

DROP CONVERSION box.koi

CREATE TYPE point_of AS (x integer, y integer)

CREATE FUNCTION to_point(integer) RETURNS point_of LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, $1)::point_of'

CREATE CAST (integer AS point_of) WITH FUNCTION to_point(integer) AS ASSIGNMENT

CREATE CAST (point_of AS text) WITH INOUT AS IMPLICIT

COMMENT ON CAST (integer AS point_of) IS 'both'

ALTER FUNCTION to_point(integer) RENAME TO as_point

ALTER TYPE point_of RENAME TO spot

DROP CAST (spot AS text)

CREATE FUNCTION spot_eq(spot, spot) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x = $2.x'

CREATE FUNCTION spot_lt(spot, spot) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x < $2.x'

CREATE FUNCTION spot_cmp(spot, spot) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.x - $2.x'

CREATE FUNCTION spot_is(spot) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 IS NOT NULL'

CREATE OPERATOR === (LEFTARG = spot, RIGHTARG = spot, FUNCTION = spot_eq, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES)

CREATE OPERATOR <<< (LEFTARG = spot, RIGHTARG = spot, FUNCTION = spot_lt, COMMUTATOR = >>>)

CREATE OPERATOR >>> (LEFTARG = spot, RIGHTARG = spot, FUNCTION = spot_lt, COMMUTATOR = <<<)

CREATE OPERATOR ?? (RIGHTARG = spot, FUNCTION = spot_is)

ALTER OPERATOR === (spot, spot) SET (RESTRICT = NONE, JOIN = NONE)

COMMENT ON OPERATOR === (spot, spot) IS 'same x'

ALTER OPERATOR ?? (NONE, spot) OWNER TO kinds_owner

ALTER OPERATOR <<< (spot, spot) SET SCHEMA box

CREATE VIEW spots AS SELECT ROW(1, 2)::spot OPERATOR(box.<<<) ROW(2, 3)::spot AS less

CREATE OPERATOR FAMILY box.spots_of USING btree

CREATE OPERATOR CLASS spot_ops DEFAULT FOR TYPE spot USING btree FAMILY box.spots_of AS OPERATOR 1 box.<<<, OPERATOR 3 ===, OPERATOR 5 >>>, FUNCTION 1 spot_cmp(spot, spot)

CREATE OPERATOR CLASS spot_hash_ops FOR TYPE spot USING hash AS OPERATOR 1 ===

CREATE TABLE of_spots (s spot)

CREATE INDEX of_spots_s ON of_spots (s spot_ops)

ALTER OPERATOR FAMILY box.spots_of USING btree ADD OPERATOR 1 <(integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint)

ALTER OPERATOR FAMILY box.spots_of USING btree ADD FUNCTION 4 (spot, spot) btequalimage(oid)

ALTER OPERATOR FAMILY box.spots_of USING btree DROP OPERATOR 1 (integer, bigint)

COMMENT ON OPERATOR FAMILY box.spots_of USING btree IS 'spots together'

COMMENT ON OPERATOR CLASS spot_ops USING btree IS 'spots in order'

ALTER OPERATOR CLASS spot_ops USING btree RENAME TO spots_by_x

ALTER OPERATOR CLASS spots_by_x USING btree SET SCHEMA box

ALTER OPERATOR FAMILY box.spots_of USING btree RENAME TO spot_family

ALTER OPERATOR FAMILY box.spot_family USING btree OWNER TO postgres

ALTER FUNCTION spot_cmp(spot, spot) RENAME TO spot_compare

ALTER TYPE spot RENAME TO place

ALTER TYPE place SET SCHEMA box

DROP OPERATOR CLASS spot_hash_ops USING hash

DROP OPERATOR >>> (box.place, box.place) CASCADE

DROP OPERATOR FAMILY IF EXISTS spot_hash_ops USING hash

DROP OPERATOR ?? (NONE, box.place)

DROP OPERATOR FAMILY box.spot_family USING btree CASCADE

DROP TYPE box.place CASCADE

CREATE TEXT SEARCH PARSER splitter (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline)

CREATE TEXT SEARCH TEMPLATE stems (INIT = dsimple_init, LEXIZE = dsimple_lexize)

CREATE TEXT SEARCH DICTIONARY short_words (TEMPLATE = stems, stopwords = 'english', accept = false)

ALTER TEXT SEARCH DICTIONARY short_words (stopwords = 'german', accept)

CREATE TEXT SEARCH CONFIGURATION finding (PARSER = splitter)

ALTER TEXT SEARCH CONFIGURATION finding ADD MAPPING FOR asciiword, word WITH short_words, simple

ALTER TEXT SEARCH CONFIGURATION finding ALTER MAPPING FOR word WITH simple

ALTER TEXT SEARCH CONFIGURATION finding ALTER MAPPING REPLACE short_words WITH english_stem

ALTER TEXT SEARCH CONFIGURATION finding DROP MAPPING IF EXISTS FOR asciiword

ALTER TEXT SEARCH CONFIGURATION finding ADD MAPPING FOR int WITH short_words

CREATE TEXT SEARCH CONFIGURATION box.copied (COPY = finding)

COMMENT ON TEXT SEARCH PARSER splitter IS 'splits'

COMMENT ON TEXT SEARCH TEMPLATE stems IS 'stems'

COMMENT ON TEXT SEARCH DICTIONARY short_words IS 'short'

COMMENT ON TEXT SEARCH CONFIGURATION finding IS 'finds'

CREATE TABLE documents (body text, found tsvector GENERATED ALWAYS AS (to_tsvector('finding'::regconfig, body)) STORED)

CREATE INDEX documents_body ON documents USING gin (to_tsvector('finding'::regconfig, body))

ALTER TEXT SEARCH CONFIGURATION finding RENAME TO search

ALTER TEXT SEARCH DICTIONARY short_words RENAME TO brief_words

ALTER TEXT SEARCH TEMPLATE stems RENAME TO roots

ALTER TEXT SEARCH PARSER splitter RENAME TO divider

ALTER TEXT SEARCH PARSER divider SET SCHEMA box

ALTER TEXT SEARCH TEMPLATE roots SET SCHEMA box

ALTER TEXT SEARCH DICTIONARY brief_words SET SCHEMA box

ALTER TEXT SEARCH CONFIGURATION search SET SCHEMA box

ALTER TEXT SEARCH DICTIONARY box.brief_words OWNER TO kinds_owner

ALTER TEXT SEARCH CONFIGURATION box.search OWNER TO kinds_owner

ALTER SCHEMA box RENAME TO crate

ALTER SCHEMA crate RENAME TO box

DROP TEXT SEARCH CONFIGURATION box.copied

DROP TEXT SEARCH TEMPLATE box.roots CASCADE

DROP TEXT SEARCH PARSER box.divider CASCADE

CREATE TABLE counted (a integer, b integer, c varchar(10))

CREATE STATISTICS a_and_b (dependencies, ndistinct) ON a, b FROM counted

CREATE STATISTICS box.with_expression ON (a + 1), lower(c), b FROM counted

ALTER STATISTICS a_and_b SET STATISTICS 77

COMMENT ON STATISTICS a_and_b IS 'both'

ALTER STATISTICS a_and_b RENAME TO a_with_b

ALTER TABLE counted ALTER COLUMN c TYPE varchar(20), ALTER COLUMN a TYPE bigint

ALTER STATISTICS a_with_b SET SCHEMA box

ALTER STATISTICS box.a_with_b OWNER TO kinds_owner

ALTER TABLE counted RENAME COLUMN b TO bb

ALTER TABLE counted RENAME TO recounted

ALTER TABLE recounted DROP COLUMN c

DROP STATISTICS box.a_with_b

CREATE MATERIALIZED VIEW summed AS SELECT a, bb FROM recounted

CREATE STATISTICS of_summed ON a, bb FROM summed

DROP TABLE recounted CASCADE

CREATE FUNCTION own_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler'

CREATE FUNCTION own_inline(internal) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_inline_handler'

CREATE TRUSTED LANGUAGE own_language HANDLER own_handler INLINE own_inline

COMMENT ON LANGUAGE own_language IS 'ours'

GRANT USAGE ON LANGUAGE own_language TO kinds_reader

REVOKE USAGE ON LANGUAGE own_language FROM PUBLIC

CREATE FUNCTION in_own() RETURNS integer LANGUAGE own_language AS 'BEGIN RETURN 1; END'

CREATE TYPE carried AS (x integer)

CREATE FUNCTION carried_out(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'boolin'

CREATE FUNCTION carried_in(internal) RETURNS carried LANGUAGE internal IMMUTABLE AS 'boolin'

CREATE TRANSFORM FOR carried LANGUAGE own_language (FROM SQL WITH FUNCTION carried_out(internal), TO SQL WITH FUNCTION carried_in(internal))

COMMENT ON TRANSFORM FOR carried LANGUAGE own_language IS 'carries'

CREATE FUNCTION transformed(carried) RETURNS integer TRANSFORM FOR TYPE carried LANGUAGE own_language AS 'BEGIN RETURN 1; END'

ALTER LANGUAGE own_language RENAME TO our_language

ALTER TYPE carried RENAME TO borne

ALTER LANGUAGE our_language OWNER TO postgres

DROP TRANSFORM FOR borne LANGUAGE our_language CASCADE

DROP LANGUAGE our_language CASCADE

CREATE ACCESS METHOD own_heap TYPE TABLE HANDLER heap_tableam_handler

COMMENT ON ACCESS METHOD own_heap IS 'a heap'

CREATE TABLE in_own_heap (i integer) USING own_heap

CREATE ACCESS METHOD own_btree TYPE INDEX HANDLER bthandler

CREATE OPERATOR CLASS own_int_ops DEFAULT FOR TYPE integer USING own_btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer)

-- from 18
CREATE INDEX in_own_heap_i ON in_own_heap USING own_btree (i)

DROP ACCESS METHOD own_btree CASCADE

DROP ACCESS METHOD own_heap CASCADE

ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO kinds_reader

ALTER DEFAULT PRIVILEGES IN SCHEMA box GRANT EXECUTE ON FUNCTIONS TO kinds_reader WITH GRANT OPTION

ALTER DEFAULT PRIVILEGES FOR ROLE kinds_owner IN SCHEMA box, public GRANT USAGE ON SEQUENCES TO kinds_reader

ALTER DEFAULT PRIVILEGES FOR ROLE kinds_owner REVOKE EXECUTE ON ROUTINES FROM PUBLIC

ALTER DEFAULT PRIVILEGES GRANT CREATE ON SCHEMAS TO kinds_reader

ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC

-- from 18
ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO kinds_reader

CREATE SCHEMA by_default CREATE TABLE t (i serial) CREATE VIEW v AS SELECT 1 AS one

CREATE TYPE by_default.d AS ENUM ('a')

ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC

ALTER SCHEMA box RENAME TO crate

ALTER DEFAULT PRIVILEGES FOR ROLE kinds_owner IN SCHEMA crate REVOKE USAGE ON SEQUENCES FROM kinds_reader

DROP SCHEMA by_default CASCADE

CREATE TYPE announced

CREATE FUNCTION announced_in(cstring) RETURNS announced LANGUAGE internal IMMUTABLE STRICT AS 'int4in'

CREATE FUNCTION announced_out(announced) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out'

CREATE TYPE announced (INPUT = announced_in, OUTPUT = announced_out, LIKE = integer, CATEGORY = 'N', DEFAULT = '7')

CREATE TYPE long_one

CREATE FUNCTION long_in(cstring) RETURNS long_one LANGUAGE internal IMMUTABLE STRICT AS 'textin'

CREATE FUNCTION long_out(long_one) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout'

CREATE TYPE long_one (INPUT = long_in, OUTPUT = long_out, STORAGE = plain, INTERNALLENGTH = VARIABLE, ALIGNMENT = int4)

CREATE TABLE of_base (a announced, b long_one, c announced[])

ALTER TYPE long_one SET (STORAGE = extended)

COMMENT ON TYPE announced IS 'a number'

ALTER TYPE announced RENAME TO proclaimed

ALTER FUNCTION announced_in(cstring) RENAME TO proclaimed_in

ALTER TYPE proclaimed OWNER TO kinds_owner

CREATE TYPE never_made

DROP TYPE never_made

DROP TYPE proclaimed CASCADE

CREATE TABLE ruled (i integer, t text)

CREATE RULE also AS ON UPDATE TO ruled WHERE OLD.i > 1 DO ALSO INSERT INTO ruled VALUES (OLD.i - 1)

CREATE VIEW seen_ruled AS SELECT i, t FROM ruled

CREATE OR REPLACE RULE into_ruled AS ON INSERT TO seen_ruled DO INSTEAD INSERT INTO ruled VALUES (NEW.i, NEW.t) RETURNING *

COMMENT ON RULE into_ruled ON seen_ruled IS 'writes'

ALTER TABLE ruled RENAME COLUMN t TO text_of

ALTER RULE into_ruled ON seen_ruled RENAME TO writes_ruled

DROP RULE also ON ruled

CREATE FUNCTION on_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'

-- unseen
CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION on_event()

-- unseen
ALTER EVENT TRIGGER watching ENABLE ALWAYS

-- unseen
COMMENT ON EVENT TRIGGER watching IS 'looks'

ALTER FUNCTION on_event() RENAME TO at_event

-- unseen
DROP EVENT TRIGGER watching

-- unseen
REASSIGN OWNED BY kinds_owner TO postgres

CREATE EXTENSION earthdistance CASCADE

CREATE EXTENSION citext

ALTER EXTENSION citext SET SCHEMA crate

CREATE FUNCTION joins() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1'

CREATE VIEW of_joins AS SELECT joins() AS j

ALTER EXTENSION citext ADD FUNCTION joins()

ALTER FUNCTION joins() RENAME TO joined

ALTER FUNCTION joined() SET SCHEMA crate

ALTER SCHEMA crate RENAME TO container

ALTER EXTENSION citext DROP FUNCTION container.joined()

ALTER EXTENSION citext ADD TABLE ruled

DO $$ BEGIN EXECUTE 'ALTER EXTENSION citext DROP TABLE ruled'; END $$

DROP EXTENSION citext CASCADE

CREATE EXTENSION hstore VERSION '1.4'

ALTER EXTENSION hstore UPDATE TO '1.6'

DROP EXTENSION earthdistance, cube, hstore

GRANT SELECT (word), INSERT (word) ON spoken TO kinds_reader

REVOKE SELECT (word) ON spoken FROM kinds_reader

-- unseen
INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label) VALUES ('spoken'::regclass, 'pg_class'::regclass, 0, 'test', 'low'), ('spoken'::regclass, 'pg_class'::regclass, 1, 'test', 'high'), ('at_event'::regproc, 'pg_proc'::regclass, 0, 'test', 'low')

ALTER TABLE spoken ADD COLUMN more text

ALTER TABLE spoken RENAME COLUMN word TO said

ALTER FUNCTION at_event() RENAME TO on_event

DROP TABLE spoken

CREATE TABLE mine (id integer PRIMARY KEY, v text)

ALTER TABLE mine OWNER TO kinds_owner

CREATE FUNCTION mine_too() RETURNS integer LANGUAGE sql AS 'SELECT 1'

ALTER FUNCTION mine_too() OWNER TO kinds_owner

GRANT SELECT ON mine TO kinds_reader

CREATE POLICY for_reader ON mine TO kinds_reader, kinds_owner USING (true)

DROP OWNED BY kinds_reader

DROP OWNED BY kinds_owner CASCADE

DROP SCHEMA container CASCADE

DROP ROLE kinds_reader

DROP ROLE kinds_owner
