-- Objects of every kind that together have every attribute facts can have, for PostgreSQL 18. ":role" stands for a role.
-- locks    none that matter: everything is new
CREATE SCHEMA box;
COMMENT ON SCHEMA box IS 'a box';
GRANT USAGE ON SCHEMA box TO :role WITH GRANT OPTION;
CREATE ACCESS METHOD other_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE COLLATION box.german (provider = icu, locale = 'de', deterministic = false, rules = '&a < g');
CREATE COLLATION box.split (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');

CREATE TYPE box.mood AS ENUM ('sad', 'ok', 'glad');
CREATE TYPE box.spot AS (x integer, y text COLLATE "C");
COMMENT ON COLUMN box.spot.x IS 'left';
COMMENT ON TYPE box.spot IS 'where';
CREATE FUNCTION box.distance(double precision, double precision) RETURNS double precision LANGUAGE sql IMMUTABLE
    RETURN $1 - $2;
CREATE TYPE box.span AS RANGE (subtype = double precision, subtype_diff = box.distance);
CREATE TYPE box.lexical AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
CREATE TYPE box.days;
CREATE FUNCTION box.canon(box.days) RETURNS box.days LANGUAGE internal IMMUTABLE AS 'int4range_canonical';
CREATE TYPE box.days AS RANGE (subtype = integer, canonical = box.canon, multirange_type_name = box.many_days);
CREATE DOMAIN box.positive AS integer DEFAULT 1 CONSTRAINT filled NOT NULL CONSTRAINT above CHECK (VALUE > 0);
COMMENT ON CONSTRAINT above ON DOMAIN box.positive IS 'so';
ALTER DOMAIN box.positive ADD CONSTRAINT below CHECK (VALUE < 100) NOT VALID;
CREATE DOMAIN box.word AS text COLLATE "C";
CREATE SEQUENCE box.counter AS integer START 3 INCREMENT 2 MINVALUE 2 MAXVALUE 90 CACHE 5 CYCLE;
CREATE UNLOGGED SEQUENCE box.quick;

CREATE TABLE box.parent (
    id integer CONSTRAINT parent_filled NOT NULL,
    name text CONSTRAINT alone NOT NULL NO INHERIT,
    CONSTRAINT pk PRIMARY KEY (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT small CHECK (id < 1000) NO INHERIT,
    CONSTRAINT big CHECK (id > 0));
COMMENT ON CONSTRAINT pk ON box.parent IS 'key';
COMMENT ON INDEX box.pk IS 'key index';
COMMENT ON CONSTRAINT parent_filled ON box.parent IS 'must';
ALTER TABLE box.parent CLUSTER ON pk;
ALTER INDEX box.pk SET (fillfactor = 80);
ALTER TABLE box.parent ADD CONSTRAINT later CHECK (id <> 7) NOT VALID;
ALTER TABLE box.parent ADD COLUMN late text;
ALTER TABLE box.parent ADD CONSTRAINT late_filled NOT NULL late NOT VALID;
CREATE TABLE box.child (extra text) INHERITS (box.parent);
ALTER TABLE box.child OWNER TO :role;
CREATE TABLE box.child_too (id integer, CONSTRAINT big CHECK (id > 0)) INHERITS (box.parent);
CREATE UNLOGGED TABLE box.all_columns (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME box.ids START 5 INCREMENT 5 CACHE 3 CYCLE),
    word text COLLATE "C" DEFAULT 'x',
    pressed text STORAGE EXTERNAL COMPRESSION pglz,
    doubled bigint GENERATED ALWAYS AS (1 + 1) STORED,
    tripled integer GENERATED ALWAYS AS (3) VIRTUAL,
    parent integer,
    at tsrange,
    CONSTRAINT word_key UNIQUE NULLS NOT DISTINCT (word) INCLUDE (id),
    CONSTRAINT apart EXCLUDE USING gist (at WITH &&)
) USING other_heap WITH (fillfactor = 70, toast.autovacuum_enabled = false);
COMMENT ON TABLE box.all_columns IS 'all of them';
COMMENT ON COLUMN box.all_columns.word IS 'a word';
ALTER TABLE box.all_columns ALTER word SET STATISTICS 33, ALTER word SET (n_distinct = 5);
ALTER TABLE box.all_columns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY FULL;
GRANT SELECT, UPDATE ON box.all_columns TO :role;
GRANT INSERT (word) ON box.all_columns TO :role WITH GRANT OPTION;
CREATE TABLE box.target (id integer UNIQUE);
ALTER TABLE box.target ADD CONSTRAINT up FOREIGN KEY (id) REFERENCES box.target (id) ON DELETE CASCADE DEFERRABLE;
ALTER TABLE box.target ADD CONSTRAINT far_up FOREIGN KEY (id) REFERENCES box.target (id) NOT VALID;
CREATE UNIQUE INDEX target_at ON box.target (id) WITH (fillfactor = 60);
COMMENT ON INDEX box.target_at IS 'at';
ALTER TABLE box.target ALTER id SET NOT NULL, REPLICA IDENTITY USING INDEX target_at, CLUSTER ON target_at;
CREATE INDEX target_sum ON box.target ((id + 1));
ALTER INDEX box.target_sum ALTER COLUMN 1 SET STATISTICS 44;
CREATE STATISTICS box.of_target (ndistinct) ON id, (id + 1) FROM box.target;
ALTER STATISTICS box.of_target SET STATISTICS 55;
COMMENT ON STATISTICS box.of_target IS 'both';
CREATE TABLE box.typed OF box.spot (x DEFAULT 5);
CREATE TABLE box.parted (id integer, part text) PARTITION BY LIST (part);
CREATE INDEX parted_id ON box.parted (id);
CREATE TABLE box.part_a PARTITION OF box.parted FOR VALUES IN ('a');
CREATE FUNCTION box.touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch BEFORE INSERT ON box.parted FOR EACH ROW EXECUTE FUNCTION box.touched();
ALTER TABLE box.part_a DISABLE TRIGGER touch;
CREATE TRIGGER touch AFTER INSERT ON box.target FOR EACH ROW EXECUTE FUNCTION box.touched();
COMMENT ON TRIGGER touch ON box.target IS 'touches';
ALTER TABLE box.target ENABLE ALWAYS TRIGGER touch;
CREATE RULE nothing AS ON DELETE TO box.target DO INSTEAD NOTHING;
COMMENT ON RULE nothing ON box.target IS 'keeps';
ALTER TABLE box.target DISABLE RULE nothing;
CREATE POLICY mine ON box.all_columns AS RESTRICTIVE FOR UPDATE TO :role USING (id > 0) WITH CHECK (id > 1);
COMMENT ON POLICY mine ON box.all_columns IS 'mine alone';
CREATE VIEW box.seen WITH (security_barrier = true, check_option = local) AS SELECT id, name COLLATE "C" AS name FROM box.parent;
ALTER VIEW box.seen ALTER id SET DEFAULT 9;
COMMENT ON VIEW box.seen IS 'seen';
COMMENT ON COLUMN box.seen.id IS 'number';
CREATE MATERIALIZED VIEW box.kept USING other_heap WITH (fillfactor = 50) AS SELECT id, name FROM box.parent;
ALTER MATERIALIZED VIEW box.kept ALTER name SET STATISTICS 22, ALTER name SET STORAGE EXTERNAL, ALTER name SET COMPRESSION pglz;
COMMENT ON COLUMN box.kept.id IS 'number';
CREATE INDEX kept_id ON box.kept (id);
ALTER SEQUENCE box.counter OWNED BY box.parent.id;

CREATE FUNCTION box.rows_of(integer DEFAULT 1) RETURNS SETOF integer LANGUAGE plpgsql
    STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 7 ROWS 8 SET search_path = pg_catalog
    AS 'BEGIN RETURN NEXT 1; END';
COMMENT ON FUNCTION box.rows_of(integer) IS 'rows';
REVOKE EXECUTE ON FUNCTION box.rows_of(integer) FROM PUBLIC;
CREATE FUNCTION box.my_rank() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
CREATE PROCEDURE box.nothing() LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION box.ended(internal) RETURNS bigint LANGUAGE internal IMMUTABLE AS 'int8inc';
CREATE AGGREGATE box.adding(integer) (sfunc = int4pl, stype = integer, sspace = 8, combinefunc = int4pl, initcond = 0,
    finalfunc = int4abs, finalfunc_modify = read_only, msfunc = int4pl, minvfunc = int4mi, mstype = integer, msspace = 16,
    mfinalfunc = int4abs, mfinalfunc_modify = shareable, minitcond = 0, parallel = safe);
CREATE AGGREGATE box.total(*) (sfunc = int8inc, stype = bigint, initcond = 0);
COMMENT ON AGGREGATE box.total(*) IS 'all';
CREATE AGGREGATE box.least_one(integer) (sfunc = int4smaller, stype = integer, sortop = <);
CREATE AGGREGATE box.gathered(bigint) (sfunc = int8_avg_accum, stype = internal, finalfunc = numeric_poly_avg,
    combinefunc = int8_avg_combine, serialfunc = int8_avg_serialize, deserialfunc = int8_avg_deserialize, parallel = safe);
CREATE AGGREGATE box.middle(double precision ORDER BY anyelement) (sfunc = ordered_set_transition, stype = internal,
    finalfunc = percentile_disc_final, finalfunc_extra);

CREATE EXTENSION pg_trgm SCHEMA box;
CREATE FOREIGN DATA WRAPPER wrapper VALIDATOR postgresql_fdw_validator;
CREATE FOREIGN DATA WRAPPER bare OPTIONS (level 'a');
COMMENT ON FOREIGN DATA WRAPPER bare IS 'bare';
CREATE SERVER far TYPE 't' VERSION '1' FOREIGN DATA WRAPPER bare OPTIONS (host 'h');
GRANT USAGE ON FOREIGN SERVER far TO :role;
CREATE USER MAPPING FOR :role SERVER far OPTIONS ("user" 'u');
CREATE FOREIGN TABLE box.remote (id integer OPTIONS (column_name 'no') NOT NULL, t text COLLATE "C" DEFAULT 'x',
    CONSTRAINT positive CHECK (id > 0)) SERVER far OPTIONS (table_name 'r');
ALTER FOREIGN TABLE box.remote ALTER t SET STATISTICS 11, ALTER t SET (n_distinct = 4), ALTER t SET STORAGE EXTERNAL;
COMMENT ON FOREIGN TABLE box.remote IS 'not here';
COMMENT ON COLUMN box.remote.t IS 't';
GRANT SELECT (t) ON box.remote TO :role;
CREATE PUBLICATION partly FOR TABLE box.target (id) WHERE (id > 10)
    WITH (publish = 'insert', publish_via_partition_root = true, publish_generated_columns = stored);
CREATE PUBLICATION of_schema FOR TABLES IN SCHEMA box;
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE FUNCTION box.on_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION box.on_event();
ALTER EVENT TRIGGER watching ENABLE REPLICA;
CREATE DEFAULT CONVERSION box.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE FUNCTION box.to_spot(integer) RETURNS box.spot LANGUAGE sql IMMUTABLE AS 'SELECT NULL::box.spot';
CREATE CAST (integer AS box.spot) WITH FUNCTION box.to_spot(integer) AS ASSIGNMENT;
CREATE CAST (box.spot AS text) WITH INOUT AS IMPLICIT;
COMMENT ON CAST (box.spot AS text) IS 'c';
CREATE FUNCTION box.spot_eq(box.spot, box.spot) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION box.spot_cmp(box.spot, box.spot) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE OPERATOR box.=== (LEFTARG = box.spot, RIGHTARG = box.spot, FUNCTION = box.spot_eq, COMMUTATOR = OPERATOR(box.===),
    NEGATOR = OPERATOR(box.!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR box.=== (box.spot, box.spot) IS 'same';
CREATE OPERATOR FAMILY box.spots USING btree;
ALTER OPERATOR FAMILY box.spots USING btree ADD OPERATOR 1 <(integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
CREATE OPERATOR CLASS box.spot_ops DEFAULT FOR TYPE box.spot USING btree FAMILY box.spots AS
    OPERATOR 3 box.===, FUNCTION 1 box.spot_cmp(box.spot, box.spot);
CREATE OPERATOR CLASS box.near_ops FOR TYPE point USING gist AS
    OPERATOR 15 <->(point, point) FOR ORDER BY float_ops, STORAGE box;
CREATE TEXT SEARCH PARSER box.splitter (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
    LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
CREATE TEXT SEARCH TEMPLATE box.stems (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY box.short_words (TEMPLATE = box.stems, stopwords = 'english');
CREATE TEXT SEARCH CONFIGURATION box.finding (PARSER = box.splitter);
ALTER TEXT SEARCH CONFIGURATION box.finding ADD MAPPING FOR asciiword, int WITH box.short_words, simple;
CREATE FUNCTION box.own_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION box.own_inline(internal) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION box.own_validator(oid) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE TRUSTED LANGUAGE own HANDLER box.own_handler INLINE box.own_inline VALIDATOR box.own_validator;
REVOKE USAGE ON LANGUAGE own FROM PUBLIC;
CREATE FUNCTION box.spot_out(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'boolin';
CREATE FUNCTION box.spot_in(internal) RETURNS box.spot LANGUAGE internal IMMUTABLE AS 'boolin';
CREATE TRANSFORM FOR box.spot LANGUAGE own
    (FROM SQL WITH FUNCTION box.spot_out(internal), TO SQL WITH FUNCTION box.spot_in(internal));
CREATE TYPE box.hollow;
CREATE TYPE box.told;
CREATE FUNCTION box.told_in(cstring) RETURNS box.told LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION box.told_out(box.told) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION box.told_recv(internal) RETURNS box.told LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION box.told_send(box.told) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE box.told (INPUT = box.told_in, OUTPUT = box.told_out, RECEIVE = box.told_recv, SEND = box.told_send,
    LIKE = integer, CATEGORY = 'N', PREFERRED = true, DEFAULT = '7', DELIMITER = ';', ELEMENT = integer, COLLATABLE = true,
    ANALYZE = pg_catalog.array_typanalyze, SUBSCRIPT = pg_catalog.raw_array_subscript_handler);
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO :role;
ALTER DEFAULT PRIVILEGES IN SCHEMA box GRANT EXECUTE ON FUNCTIONS TO :role WITH GRANT OPTION;
CREATE SUBSCRIPTION incoming CONNECTION 'host=nowhere' PUBLICATION one, two WITH (connect = false, slot_name = NONE,
    binary = true, streaming = on, disable_on_error = true, synchronous_commit = local, origin = none, two_phase = true,
    password_required = false, run_as_owner = true, failover = true);
