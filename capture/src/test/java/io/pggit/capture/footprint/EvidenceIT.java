package io.pggit.capture.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who, which statement, and what was only attempted. */
class EvidenceIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @OldestAndNewest
    void whoLoggedInStaysKnownUnderAnotherSessionAuthorization(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String role = watched.database.createRole("dev");
            watched.run("GRANT CREATE ON SCHEMA public TO " + role);

            watched.run(
                    "SET SESSION AUTHORIZATION " + role,
                    "SET search_path = public, pg_temp",
                    "CREATE TABLE mine (i int)",
                    "RESET SESSION AUTHORIZATION",
                    "SET ROLE " + role,
                    "CREATE TABLE mine_too (i int)",
                    "RESET ROLE");

            assertEquals(
                    List.of(
                            role + "|" + role + "|postgres|none|public, pg_temp|f",
                            "postgres|" + role + "|postgres|" + role + "|public, pg_temp|f"),
                    list(
                            watched.connection,
                            "SELECT concat_ws('|', session_role, effective_role, authenticated_role, role_setting,"
                                    + " search_path, tls) FROM pggit.ddl_audit"
                                    + " WHERE command_tag = 'CREATE TABLE' ORDER BY seq"));
        }
    }

    @OldestAndNewest
    void claimsComeFromSettingsAndFromALeadingComment(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run(
                    "/*ticket='OPS-7',author='ann'*/ CREATE TABLE one (i int)",
                    "SET pggit.ticket = 'OPS-8'",
                    "/*ticket='OPS-7'*/ CREATE TABLE two (i int)");

            assertEquals(
                    List.of("{\"author\": \"ann\", \"ticket\": \"OPS-7\"}", "{\"ticket\": \"OPS-8\"}"),
                    list(
                            watched.connection,
                            "SELECT claims FROM pggit.ddl_audit WHERE command_tag = 'CREATE TABLE' ORDER BY seq"));
        }
    }

    @OldestAndNewest
    void eachCommandOfAStringHasItsOwnPiece(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            try (Connection simple =
                            java.sql.DriverManager.getConnection(watched.database.url() + "&preferQueryMode=simple");
                    Statement statement = simple.createStatement()) {
                statement.execute("CREATE TABLE a (t text DEFAULT ';'); SELECT 1; CREATE TABLE \"b;\" (i int); -- c;\n"
                        + " DROP TABLE a; CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $x$BEGIN"
                        + " CREATE TABLE c (i int); CREATE TABLE d (i int); END$x$; SELECT f()");
                statement.execute("DO $$BEGIN EXECUTE 'CREATE TABLE e (i int); CREATE TABLE g (i int)'; END$$");
                statement.execute("BEGIN; CREATE TABLE h (i int); CREATE TABLE j (i int); COMMIT");
            }

            assertEquals(
                    List.of(
                            "CREATE TABLE a (t text DEFAULT ';')|true",
                            "CREATE TABLE \"b;\" (i int)|true",
                            "-- c;\n DROP TABLE a|true",
                            "CREATE TABLE c (i int)|true",
                            "CREATE TABLE d (i int)|true",
                            "CREATE TABLE e (i int)|true",
                            "CREATE TABLE g (i int)|true",
                            "BEGIN; CREATE TABLE h (i int); CREATE TABLE j (i int); COMMIT|false",
                            "BEGIN; CREATE TABLE h (i int); CREATE TABLE j (i int); COMMIT|false"),
                    list(
                            watched.connection,
                            "SELECT statement || '|' || statement_exact FROM pggit.ddl_audit"
                                    + " WHERE command_tag IN ('CREATE TABLE', 'DROP TABLE')"
                                    + " AND event = 'ddl_command_end' ORDER BY seq"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V15", "V18"})
    void aLongTextIsFollowedPieceByPiece(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            List<String> texts = List.of(
                    "CREATE TABLE a (t text DEFAULT 'ü;')",
                    "ALTER TABLE a ADD COLUMN b int",
                    "CREATE TABLE IF NOT EXISTS a ()",
                    "SELECT 1",
                    "ALTER TABLE a ADD COLUMN c int",
                    "ALTER TABLE a DROP COLUMN c",
                    "DO $$BEGIN EXECUTE 'CREATE TABLE d (i int); CREATE TABLE e (i int)'; END$$",
                    "ALTER TABLE a ADD COLUMN c int",
                    "COMMENT ON COLUMN a.c IS 'one; two'",
                    "/* one; */ -- two\n ALTER /* three */ TABLE a DROP COLUMN c",
                    "-- ü;\nALTER TABLE a ADD COLUMN c int",
                    "GRANT SELECT ON a TO PUBLIC",
                    "ALTER TABLE a DROP COLUMN c",
                    "DROP TABLE a",
                    "DO $$BEGIN FOR i IN 1..2 LOOP EXECUTE 'CREATE TABLE f (); DROP TABLE f'; END LOOP; END$$");
            try (Connection simple =
                            java.sql.DriverManager.getConnection(watched.database.url() + "&preferQueryMode=simple");
                    Statement statement = simple.createStatement()) {
                statement.execute(String.join(";\n ", texts));
                statement.execute("CREATE TABLE f (); CREATE TABLE g ()");
            }

            List<String> expected = new ArrayList<>(texts);
            expected.set(6, "CREATE TABLE d (i int)");
            expected.add(7, "CREATE TABLE e (i int)");
            expected.remove("SELECT 1");
            expected.remove(expected.size() - 1);
            expected.addAll(List.of("CREATE TABLE f ()", "DROP TABLE f", "CREATE TABLE f ()", "DROP TABLE f"));
            expected.addAll(List.of("CREATE TABLE f ()", "CREATE TABLE g ()"));
            assertEquals(
                    expected.stream().map(text -> text + "|true").toList(),
                    list(
                            watched.connection,
                            "SELECT statement || '|' || statement_exact FROM pggit.ddl_audit"
                                    + " WHERE event = 'ddl_command_end' ORDER BY seq"));
            assertEquals(
                    "1, 2",
                    watched.ask(
                            "SELECT (SELECT count(*) FROM pggit.script) || ', ' || (SELECT count(*) FROM pggit.script_done)"),
                    "what is over is forgotten");
        }
    }

    /** A semicolon within a body ends no statement; one behind what only looks like a body does. */
    @OldestAndNewest
    void aBodyIsPartOfItsStatement(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            List<List<String>> texts = List.of(
                    List.of(
                            "-- it's; $$\n/* two; */ CREATE FUNCTION f(a text DEFAULT ';$x$') RETURNS void LANGUAGE plpgsql AS $x$ "
                                    + "begin perform 1; perform '$$'; end -- $y$; $x$ SET search_path = public, '$x$'"),
                    List.of("CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS $$ begin end; $$;"),
                    List.of(
                            "CREATE FUNCTION h() RETURNS void LANGUAGE plpgsql AS $$ begin end; $$",
                            "CREATE TABLE h (i int)"),
                    List.of("CREATE TABLE \"a$$\" ()", "CREATE TABLE b$$ ()", "CREATE TABLE c$$ ()"),
                    List.of("COMMENT ON TABLE h IS '$$; '", "COMMENT ON COLUMN h.i IS ' $$; '"),
                    List.of("CREATE TABLE d (i int -- $$\n)", "CREATE TABLE e (i int /* $$ */)"),
                    List.of("CREATE FUNCTION m(i int) RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN i > 0 THEN"
                            + " (CASE i WHEN 1 THEN 2 END) ELSE CASE i WHEN 1 THEN 2 END END; END"),
                    List.of(
                            "CREATE TABLE n (i int)",
                            "create or replace procedure o(\"end\" int) begin\n atomic insert into n values (1); -- end;\n"
                                    + " delete from n; end",
                            "CREATE VIEW p AS SELECT 1 AS atomic, CASE WHEN true THEN 1 END AS begin",
                            "CREATE FUNCTION q() RETURNS void BEGIN ATOMIC END",
                            "CREATE FUNCTION r() RETURNS int RETURN 1"),
                    List.of("CREATE TABLE k (t text DEFAULT E'\\'$$')", "CREATE TABLE l (t text DEFAULT E'\\'$$')"));
            try (Connection simple =
                            java.sql.DriverManager.getConnection(watched.database.url() + "&preferQueryMode=simple");
                    Statement statement = simple.createStatement()) {
                for (List<String> text : texts) {
                    statement.execute(String.join("; ", text));
                }
            }

            assertEquals(
                    texts.stream()
                            .flatMap(List::stream)
                            .map(text -> text + "|true")
                            .toList(),
                    list(
                            watched.connection,
                            "SELECT statement || '|' || statement_exact FROM pggit.ddl_audit"
                                    + " WHERE event = 'ddl_command_end' ORDER BY seq"));
        }
    }

    @OldestAndNewest
    void attemptsSurviveARollbackAndConcurrentCommandsStillWork(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run("CREATE TABLE t (i int)");
            String slot = "attempts_" + watched.database.name();
            watched.ask("SELECT pg_create_logical_replication_slot('" + slot + "', 'test_decoding')");

            watched.run("BEGIN", "CREATE TABLE undone (i int)", "ROLLBACK");
            assertThrows(SQLException.class, () -> watched.run("DROP TABLE missing"));
            watched.run(
                    "CREATE INDEX CONCURRENTLY ti ON t (i)",
                    "REINDEX INDEX CONCURRENTLY ti",
                    "DROP INDEX CONCURRENTLY ti");
            watched.run("CREATE EXTENSION hstore");

            List<JsonNode> attempts = new ArrayList<>();
            int digests = 0;
            for (String line : list(
                    watched.connection,
                    "SELECT data FROM pg_logical_slot_get_changes('" + slot + "', NULL, NULL)"
                            + " WHERE data LIKE 'message:%'")) {
                if (line.contains("prefix: pggit.attempt,")) {
                    assertTrue(line.startsWith("message: transactional: 0"), line);
                    attempts.add(JSON.readTree(line.substring(line.indexOf("content:") + 8)));
                } else if (line.contains("prefix: pggit.row,")) {
                    assertTrue(line.startsWith("message: transactional: 1"), line);
                    digests++;
                }
            }
            List<String> statements = attempts.stream()
                    .map(attempt -> attempt.path("statement").textValue())
                    .toList();
            assertTrue(statements.contains("CREATE TABLE undone (i int)"), statements.toString());
            assertTrue(statements.contains("DROP TABLE missing"), statements.toString());
            assertTrue(statements.contains("DROP INDEX CONCURRENTLY ti"), statements.toString());
            assertEquals(
                    1,
                    statements.stream()
                            .filter("CREATE EXTENSION hstore"::equals)
                            .count());
            assertEquals(
                    watched.ask("SELECT count(*) FROM pggit.ddl_audit WHERE event <> 'baseline' AND seq >"
                            + " (SELECT max(seq) FROM pggit.ddl_audit WHERE statement LIKE 'CREATE TABLE t %')"),
                    "" + digests);
        }
    }

    @OldestAndNewest
    void messagesAreNotForEverybodyUntilPggitIsUninstalled(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            String role = watched.database.createRole("mallory");
            String forged = "SELECT pg_logical_emit_message(false, 'pggit.attempt', '{}')";

            SQLException denied = assertThrows(SQLException.class, () -> watched.database.runAs(role, forged));
            Footprint.uninstall(watched.connection);
            watched.database.runAs(role, forged);

            assertEquals("42501", denied.getSQLState());
        }
    }

    @OldestAndNewest
    void rowsOfTheFirstFootprintStayReadable(PostgresVersion version) throws Exception {
        try (WatchedDatabase watched = new WatchedDatabase(version)) {
            watched.run(
                    "CREATE TABLE t (i int)",
                    "DO $$ BEGIN EXECUTE (SELECT string_agg('DROP EVENT TRIGGER ' || evtname, ';') FROM pg_event_trigger"
                            + " WHERE evtname LIKE 'pggit%'); END $$",
                    "ALTER TABLE pggit.ddl_audit DROP COLUMN redactions, DROP COLUMN finding");
            String before = watched.ask("SELECT count(*) FROM pggit.ddl_audit");

            Footprint.install(watched.connection);

            assertTrue(Long.parseLong(watched.ask("SELECT count(*) FROM pggit.ddl_audit")) >= Long.parseLong(before));
            watched.run("CREATE TABLE u (i int)");
            assertEquals(
                    "0", watched.ask("SELECT redactions FROM pggit.ddl_audit WHERE statement LIKE 'CREATE TABLE u%'"));
        }
    }

    static List<String> list(Connection connection, String query) throws SQLException {
        List<String> list = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                list.add(row.getString(1));
            }
        }
        return list;
    }
}
