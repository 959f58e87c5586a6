package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.PostgresVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes that a checkout takes back and makes again, and what {@code diff_as_sql} says of them. */
class CheckoutIT {
    private static final String UP = "SELECT pggit.diff_as_sql('main', 'x')";
    private static final String DOWN = "SELECT pggit.diff_as_sql('x', 'main')";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void anEnumLabelIsRenamedBothWaysWithAllThatSpellsIt(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TYPE colour AS ENUM ('red', 'green')",
                    "CREATE FUNCTION warm() RETURNS SETOF colour BEGIN ATOMIC SELECT 'red'::colour; END",
                    "CREATE TABLE t (id integer, c colour DEFAULT 'red', cs colour[] DEFAULT '{red,green}',"
                            + " hot boolean GENERATED ALWAYS AS (c = 'red') STORED, CHECK (c <> 'green' OR id > 0))",
                    "CREATE INDEX reds ON t (id) WHERE c = 'red'",
                    "CREATE VIEW v AS SELECT id, 'red' AS word, 'red'::colour AS label FROM t WHERE c IN ('red', 'green')",
                    "CREATE TABLE whole (c colour, name text) PARTITION BY LIST (c)",
                    "CREATE TABLE part PARTITION OF whole FOR VALUES IN ('red')",
                    "INSERT INTO t (id) VALUES (1)",
                    "INSERT INTO whole VALUES ('red', 'red')",
                    "SELECT pggit.checkout('x', true)",
                    "ALTER TYPE colour RENAME VALUE 'red' TO 'crim''son'");

            assertEquals("ALTER TYPE public.colour RENAME VALUE 'red' TO 'crim''son';\n", served.one(UP));
            assertEquals("ALTER TYPE public.colour RENAME VALUE 'crim''son' TO 'red';\n", served.one(DOWN));
            served.run("SELECT pggit.checkout('main')");
            assertEquals("red|{red,green}|t", served.one("SELECT concat_ws('|', c, cs, hot) FROM t"));
            served.run("SELECT pggit.checkout('x')");
            assertEquals("crim'son", served.one("SELECT c FROM t"));
            assertEquals("crim'son", served.one("SELECT c FROM part"));
            served.replayGivesTheSame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void anEnumLabelIsRenamedAndAnotherAddedInOneCheckout(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TYPE colour AS ENUM ('red', 'green')",
                    "CREATE TABLE t (id integer, c colour DEFAULT 'red')",
                    "INSERT INTO t VALUES (1)",
                    "SELECT pggit.checkout('x', true)",
                    "ALTER TYPE colour RENAME VALUE 'red' TO 'crimson'",
                    "ALTER TYPE colour ADD VALUE 'blue'",
                    "ALTER TABLE t ALTER COLUMN c SET DEFAULT 'blue'");

            served.run("SELECT pggit.checkout('main')");
            assertEquals("red", served.one("SELECT c FROM t"));
            served.run("SELECT pggit.checkout('x')");
            assertEquals("crimson", served.one("SELECT c FROM t"));
        }
    }

    private static final String[] TRANSFORMED = {
        "CREATE TYPE spot AS (x integer)",
        "CREATE TABLE t (s spot)",
        "CREATE FUNCTION before_it(s spot) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t'",
        "CREATE FUNCTION from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_headline'",
        "CREATE TRANSFORM FOR spot LANGUAGE sql (FROM SQL WITH FUNCTION from_sql(internal))",
        "CREATE FUNCTION after_it() RETURNS SETOF spot LANGUAGE sql AS 'SELECT s FROM t'",
        "CREATE FUNCTION with_it(n integer) RETURNS integer LANGUAGE sql TRANSFORM FOR TYPE spot AS 'SELECT 1'",
        "CREATE VIEW v AS SELECT after_it()"
    };

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aTransformIsMadeAfterTheRoutinesThatWereThereBeforeIt(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run("SELECT pggit.checkout('x', true)");
            served.run(TRANSFORMED);

            served.run("SELECT pggit.checkout('main')");
            assertEquals("", served.one("SELECT to_regtype('spot')"));
            served.run("SELECT pggit.checkout('x')");
            assertEquals("3", served.one("SELECT count(*) FROM pg_proc WHERE proname ~ '_it$'"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aRoutineThatCameToUseATransformUsesItNoMoreWhereItDidNot(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(TRANSFORMED);
            served.run(
                    "SELECT pggit.checkout('x', true)",
                    "CREATE OR REPLACE FUNCTION before_it(s spot) RETURNS bigint LANGUAGE sql AS 'SELECT 2::bigint'",
                    "SELECT pggit.checkout('main')",
                    "SELECT pggit.checkout('x')",
                    "SELECT pggit.checkout('main')",
                    "SELECT pggit.checkout('same', true)",
                    "CREATE OR REPLACE FUNCTION before_it(s spot) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t'",
                    "SELECT pggit.checkout('main')",
                    "SELECT pggit.checkout('same')",
                    "SELECT pggit.checkout('x')");
            assertEquals("2", served.one("SELECT before_it(NULL)"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aTransformIsGoneBeforeARoutineIsMadeThatDoesNotUseIt(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(TRANSFORMED[0], TRANSFORMED[1], TRANSFORMED[3]);
            served.run("SELECT pggit.checkout('x', true)", TRANSFORMED[4], "SELECT pggit.checkout('main')");
            served.run(TRANSFORMED[2]);

            served.run("SELECT pggit.checkout('x')", "SELECT pggit.checkout('main')");
            assertEquals("0", served.one("SELECT before_it(NULL)"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aSequenceThatItsColumnLetGoOfMovesBothWays(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE t (id serial)",
                    "CREATE SCHEMA n",
                    "SELECT nextval('t_id_seq')",
                    "SELECT pggit.checkout('x', true)",
                    "ALTER SEQUENCE t_id_seq OWNED BY NONE",
                    "ALTER SEQUENCE t_id_seq SET SCHEMA n");

            served.run("SELECT pggit.checkout('main')");
            assertEquals("public.t_id_seq", served.one("SELECT pg_get_serial_sequence('t', 'id')"));
            served.run("SELECT pggit.checkout('x')");
            assertEquals("2", served.one("SELECT nextval('n.t_id_seq')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void whatACheckoutRefusesTheMigrationTells(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE parent (id integer)",
                    "CREATE TABLE child (more text) INHERITS (parent)",
                    "SELECT pggit.checkout('x', true)",
                    "ALTER TABLE child NO INHERIT parent");
            String reason =
                    "column id of TABLE public.child: it stays its own besides being inherited, which PostgreSQL cannot"
                            + " take back";

            assertEquals("ALTER TABLE public.child NO INHERIT public.parent;\n", served.one(UP));
            assertEquals(
                    "-- not planned: " + reason + "\nALTER TABLE public.child INHERIT public.parent;\n",
                    served.one(DOWN));
            SqlError refused = served.error("SELECT pggit.checkout('main')");
            assertEquals("0A000", refused.state());
            assertEquals(reason, refused.detail());
            served.run("SELECT pggit.checkout('y', true)", "DROP TABLE child", "SELECT pggit.checkout('main')");
            served.run("SELECT pggit.checkout('x')");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void columnsInAnotherOrderAreToldAndStandInNoWay(PostgresVersion version) throws Exception {
        try (Served served = Served.started(version, data)) {
            served.run(
                    "CREATE TABLE t (a integer, \"b\nDROP TABLE t; --\" integer)",
                    "CREATE TYPE c AS (a integer, b integer)",
                    "SELECT pggit.checkout('x', true)",
                    "ALTER TABLE t DROP COLUMN a",
                    "ALTER TABLE t ADD COLUMN a integer",
                    "ALTER TYPE c DROP ATTRIBUTE a",
                    "ALTER TYPE c ADD ATTRIBUTE a integer");
            String script = "-- columns of public.t will stand in the order a, \"b DROP TABLE t; --\" instead of"
                    + " \"b DROP TABLE t; --\", a; PostgreSQL cannot reorder them\n"
                    + "-- columns of public.c will stand in the order a, b instead of b, a; PostgreSQL cannot reorder them\n";

            assertEquals(script, served.one(UP));
            served.run(script);
            assertEquals(
                    "public.c,public.t",
                    served.one("SELECT string_agg(object_name, ',' ORDER BY object_name) FROM pggit.diff('main', 'x')"
                            + " WHERE ddl = ''"));
            served.run("SELECT pggit.checkout('main')");
            assertEquals("", served.one("SELECT string_agg(object, ',') FROM pggit.drift()"));
            assertEquals(
                    "OK",
                    served.one("SELECT status FROM pggit_v0.validate_data_integrity()"
                            + " WHERE check_name = 'LIVE_SCHEMA_MATCHES_HEAD'"));
        }
    }
}
