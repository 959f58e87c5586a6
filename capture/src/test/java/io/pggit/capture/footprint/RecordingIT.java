package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.footprint.WatchedDatabase.Row;
import io.pggit.testkit.PostgresVersion;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who and what a row names, and that nobody can write or change one otherwise. */
class RecordingIT {
    @ParameterizedTest
    @EnumSource
    void anOrdinaryRoleIsRecordedAndCannotTouchTheRecord(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String role = watched.database.createRole("dev");
            watched.run("GRANT CREATE ON SCHEMA public TO " + role);
            long before = watched.lastSeq();

            watched.database.runAs(role, "CREATE TABLE mine (i integer)", "ALTER TABLE mine ADD COLUMN j text");

            List<Row> rows = watched.rows(before);
            assertEquals(2, rows.size());
            assertEquals(role, rows.get(0).sessionRole());
            assertEquals(role, rows.get(0).effectiveRole());
            assertEquals(List.of("public.mine"), rows.get(1).identities());
            assertRefused(watched, role, "SELECT * FROM pggit.ddl_audit");
            assertRefused(watched, role, "SELECT pggit.describe_all()");
            assertRefused(watched, role, "UPDATE pggit.head SET branch = 'x'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRegistryOfAMigrationToolIsRecordedButNotTracked(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            long before = watched.lastSeq();

            watched.run("CREATE TABLE tb_pggit_branch (id serial PRIMARY KEY)", "CREATE TABLE tb_pggitx (i integer)");

            List<Row> rows = watched.rows(before);
            assertEquals(List.of(), rows.get(0).identities());
            assertEquals(
                    "CREATE TABLE tb_pggit_branch (id serial PRIMARY KEY)",
                    rows.get(0).statement());
            assertEquals(List.of("public.tb_pggitx"), rows.get(rows.size() - 1).identities());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRecordCannotBeChangedByASuperuser(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            assertRefused(watched, "postgres", "UPDATE pggit.ddl_audit SET statement = 'x'");
            assertRefused(watched, "postgres", "DELETE FROM pggit.ddl_audit");
            assertRefused(watched, "postgres", "TRUNCATE pggit.ddl_audit");
            assertRefused(watched, "postgres", "SET session_replication_role = replica; DELETE FROM pggit.ddl_audit");
            assertRefused(watched, "postgres", "SET session_replication_role = replica; TRUNCATE pggit.ddl_audit");
            assertEquals(1, watched.rows().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theActorCannotBeForged(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String mallory = watched.database.createRole("mallory");
            watched.run("GRANT CREATE ON SCHEMA public TO " + mallory);
            String forged = "{\"session_role\":\"boss\",\"effective_role\":\"boss\"}";
            long before = watched.lastSeq();

            watched.database.runAs(
                    mallory,
                    "SET pggit.actor = '" + forged + "'",
                    "CREATE TABLE honest (i integer)",
                    "CREATE TABLE set_within AS SELECT pg_catalog.set_config('pggit.actor','" + forged + "',false)",
                    "CREATE FUNCTION public.set_config(text, text, boolean) RETURNS text LANGUAGE sql AS"
                            + " 'SELECT ''shadow'''",
                    "CREATE FUNCTION public.current_setting(text, boolean) RETURNS text LANGUAGE sql AS"
                            + " 'SELECT ''shadow'''",
                    "SET search_path = public, pg_catalog",
                    "CREATE TABLE shadowed (i integer)");
            assertRefused(watched, mallory, "SELECT pggit.record_ddl_command_end()");
            assertRefused(watched, mallory, "CREATE TABLE f AS SELECT pggit.record_ddl_command_end()");
            assertRefused(
                    watched,
                    mallory,
                    "CREATE TABLE f AS SELECT pggit.append('ddl','ddl_command_end','DROP TABLE',"
                            + "'boss','','','[]','[]','{}')");
            assertRefused(
                    watched, mallory, "CREATE EVENT TRIGGER evil ON ddl_command_end EXECUTE FUNCTION pggit.actor()");

            List<Row> rows = watched.rows(before);
            assertEquals(5, rows.size());
            rows.forEach(row -> {
                assertEquals(mallory, row.sessionRole());
                assertEquals(mallory, row.effectiveRole());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEffectiveRoleInsideADefinersFunctionIsItsOwner(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String app = watched.database.createRole("app");
            String caller = watched.database.createRole("caller");
            watched.run(
                    "GRANT CREATE ON SCHEMA public TO " + app,
                    "CREATE FUNCTION as_app() RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS"
                            + " $$ BEGIN EXECUTE 'CREATE TABLE in_app (i integer)'; END $$",
                    "ALTER FUNCTION as_app() OWNER TO " + app);
            long before = watched.lastSeq();

            watched.database.runAs(caller, "SELECT as_app()");

            Row row = watched.rows(before).get(0);
            assertEquals(List.of(caller, app), List.of(row.sessionRole(), row.effectiveRole()));
            assertEquals("CREATE TABLE in_app (i integer)", row.statement());
            assertTrue(row.context().contains("as_app"), row.context());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatementIsTheInnermostOneAsItWasWritten(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String dynamic = "CREATE TABLE dyn (\n  i integer, -- \"quoted\"\n  t text DEFAULT '\"')";
            long before = watched.lastSeq();

            watched.run(
                    "SET lc_messages = 'C'",
                    "DO $outer$ BEGIN EXECUTE $q$" + dynamic + "$q$; DROP TABLE dyn; END $outer$");

            List<Row> rows = watched.rows(before);
            assertEquals(dynamic, rows.get(0).statement());
            assertEquals("DROP TABLE dyn", rows.get(1).statement());
            assertEquals(
                    List.of("ddl_command_end", "sql_drop", "ddl_command_end"),
                    rows.stream().map(Row::event).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExtensionIsOneRow(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            for (String extension : List.of("citext", "hstore", "pg_stat_statements", "postgres_fdw")) {
                long before = watched.lastSeq();

                watched.run("CREATE EXTENSION " + extension);

                List<Row> rows = watched.rows(before);
                assertEquals(1, rows.size(), extension);
                assertEquals(List.of(extension), rows.get(0).identities());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRewriteADropAndTheEndComeInThisOrder(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run("CREATE TABLE wide (a integer, b integer)");
            long before = watched.lastSeq();

            watched.run("ALTER TABLE wide ALTER COLUMN a TYPE bigint, DROP COLUMN b");

            assertEquals(
                    List.of("table_rewrite", "sql_drop", "ddl_command_end"),
                    watched.rows(before).stream().map(Row::event).toList());
        }
    }

    /** Also a table that the command does not name: it has no row of its own in what PostgreSQL reports at the end. */
    @ParameterizedTest
    @EnumSource
    void alterTableDescribesOnceWhatLostAPart(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run(
                    "CREATE TABLE parent (id integer UNIQUE)",
                    "CREATE TABLE child (id integer REFERENCES parent (id))");
            long before = watched.lastSeq();

            watched.run("ALTER TABLE parent DROP COLUMN id CASCADE");

            List<Row> rows = watched.rows(before);
            assertEquals(
                    List.of("sql_drop", "ddl_command_end"),
                    rows.stream().map(Row::event).toList());
            assertEquals(List.of(), rows.get(0).identities());
            assertEquals(
                    List.of("public.child", "public.parent"),
                    rows.get(1).identities().stream().sorted().toList());
            assertEquals(List.of(), watched.differences());
        }
    }

    /** PostgreSQL tells for GRANT and REVOKE what kind of object, but not which. */
    @ParameterizedTest
    @EnumSource
    void whatAGrantIsOnIsFoundHoweverItIsSpelled(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String role = watched.database.createRole("reader");
            String lengthy = "n".repeat(70);
            watched.run(
                    "CREATE TABLE \"Odd \"\"one\"\"; -- \" (i integer, \"J\" integer)",
                    "CREATE TABLE \u00fcn\u00ef (i integer)",
                    "CREATE TABLE " + lengthy + " (i integer)",
                    "CREATE SEQUENCE counts",
                    "CREATE FUNCTION \"Doubled\"(integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * $1'",
                    "CREATE TYPE mood AS ENUM ('good')",
                    "CREATE DOMAIN short AS text");
            String[][] grants = {
                {"SELECT (\"J\") ON \"Odd \"\"one\"\"; -- \"", "public.\"Odd \"\"one\"\"; -- \""},
                {"SELECT ON U&\"Odd \\0022one\\0022; -- \"", "public.\"Odd \"\"one\"\"; -- \""},
                {"UPDATE ON/*\"*/TABLE\n--\"\n\"Odd \"\"one\"\"; -- \"", "public.\"Odd \"\"one\"\"; -- \""},
                {"SELECT ON public.\u00fcn\u00ef", "public.\"\u00fcn\u00ef\""},
                {"UPDATE ON \"\u00fcn\u00ef\"", "public.\"\u00fcn\u00ef\""},
                {"SELECT ON " + lengthy.toUpperCase(Locale.ROOT), "public." + lengthy.substring(0, 63)},
                {"ALL ON SEQUENCE\tPublic.COUNTS", "public.counts"},
                {"ALL ON FUNCTION \"Doubled\"(integer)", "public.\"Doubled\"(integer)"},
                {"USAGE ON TYPE mood", "public.mood"},
                {"USAGE ON DOMAIN\nshort", "public.short"},
                {"INSERT ON ALL TABLES IN SCHEMA public", "public." + lengthy.substring(0, 63)},
                {"SELECT ON ALL SEQUENCES IN/**/SCHEMA public", "public.counts"},
            };
            String looking = "SELECT (pggit.names_in('grant select on t to x') IS NULL)::text";
            assertEquals("false", watched.ask(looking));
            assertEquals("true", watched.ask(looking.replace("grant", "select grants(), ")), "an extension ran it");
            watched.run(
                    "CREATE FUNCTION others() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                    "CREATE EVENT TRIGGER others ON ddl_command_end EXECUTE FUNCTION others()");
            assertEquals("true", watched.ask(looking), "an extension may pass it on");
            watched.run("DROP EVENT TRIGGER others");
            // a stack that seems to end within the statement
            watched.run("CREATE TABLE decoy (i integer)", "CREATE TABLE hidden (i integer)");
            long first = watched.lastSeq();
            watched.run(
                    "DO $$ BEGIN EXECUTE E'GRANT SELECT ON decoy, /*\"\\nPL/pgSQL */ hidden TO " + role + "'; END $$");
            assertEquals(
                    List.of("public.decoy", "public.hidden"),
                    watched.rows(first).get(0).identities().stream().sorted().toList());
            assertEquals(
                    "false",
                    watched.ask("SELECT statement_exact::text FROM pggit.ddl_audit ORDER BY seq DESC LIMIT 1"));
            for (String[] grant : grants) {
                long before = watched.lastSeq();

                watched.run("GRANT " + grant[0] + " TO " + role);

                Row row = watched.rows(before).get(0);
                assertTrue(row.identities().contains(grant[1]), () -> grant[0] + ": " + row);
                assertEquals(List.of(), watched.differences(), grant[0]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void settingsOfTheSessionDoNotShow(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run(
                    "CREATE FUNCTION oddly() RETURNS void LANGUAGE plpgsql SET datestyle = 'German'"
                            + " SET intervalstyle = 'iso_8601' SET bytea_output = 'escape' SET quote_all_identifiers = on"
                            + " SET extra_float_digits = -5 SET timezone = 'Asia/Tokyo' AS $$ BEGIN"
                            + " CREATE TABLE dated (d date DEFAULT '2020-01-02', i interval DEFAULT '1 day 2 hours',"
                            + " b bytea DEFAULT '\\xdead', z timestamptz DEFAULT '2020-01-02 00:00+00'); END $$",
                    "SELECT oddly()");

            assertEquals(List.of(), watched.differences());
            String facts =
                    watched.rows().get(watched.rows().size() - 1).objects().toString();
            for (String spelled :
                    List.of("'2020-01-02'::date", "'1 day 02:00:00'", "\\\\xdead", "2020-01-02 00:00:00+00")) {
                assertTrue(facts.contains(spelled), spelled + " in " + facts);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tamperingWithTheFootprintIsRecorded(PostgresVersion version) throws SQLException {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            long before = watched.lastSeq();

            watched.run(
                    "ALTER TABLE pggit.ddl_audit REPLICA IDENTITY FULL",
                    "ALTER PUBLICATION pggit SET (publish = 'insert')",
                    "CREATE OR REPLACE FUNCTION pggit.actor() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                    "CREATE TABLE unknown_actor ()");

            List<Row> rows = watched.rows(before);
            assertEquals(List.of("pggit.ddl_audit"), rows.get(0).identities());
            assertEquals(List.of("pggit"), rows.get(1).identities());
            assertEquals(List.of("pggit.actor()"), rows.get(2).identities());
            assertEquals("(unknown)", rows.get(3).effectiveRole());
        }
    }

    private static void assertRefused(WatchedDatabase watched, String role, String statement) {
        assertThrows(SQLException.class, () -> watched.database.runAs(role, statement), statement);
    }
}
