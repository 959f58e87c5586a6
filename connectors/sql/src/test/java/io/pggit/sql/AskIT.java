package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.footprint.Footprint;
import io.pggit.testkit.Await;
import io.pggit.testkit.OldestAndNewest;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Questions from SQL to a running engine and back. */
class AskIT {
    /** Functions that do one thing each which only a superuser may do. */
    private static final String OF_THE_INSTALLER = "{retake_rights,return_rights,arm,remember_branch}";

    private static final String MAKE_SLOT = """
            SELECT pg_create_logical_replication_slot('pggit_' || d.oid, 'pgoutput')
              FROM pg_database AS d WHERE d.datname = current_database()""";

    @TempDir
    Path data;

    @OldestAndNewest
    void anAnswerKnowsEverythingCommittedBeforeTheQuestion(PostgresVersion version) throws Exception {
        try (TestDatabase database = installed(version);
                Engine engine = Engine.start(database, data)) {
            try (Connection connection = database.connect()) {
                for (int i = 0; i < 20; i++) {
                    run(connection, "CREATE TABLE public.t" + i + " (id integer)");

                    List<String> newest = query(connection, "SELECT message FROM pggit.log(1)");

                    assertEquals(List.of("CREATE TABLE public.t" + i), newest);
                }
                assertEquals(List.of("21"), query(connection, "SELECT count(*) FROM pggit.log(NULL::text, NULL)"));
                assertEquals(
                        query(connection, "SELECT commit_id FROM pggit.log() LIMIT 1"),
                        query(connection, "SELECT pggit_v0.get_head_sha()"));
            }
        }
    }

    @OldestAndNewest
    void factsOfHeadCountInTheAskersOwnTransaction(PostgresVersion version) throws Exception {
        String names = "SELECT a ->> 'name' FROM pggit.ask('facts', '{\"revision\": \"HEAD\"}') AS a"
                + " WHERE a ->> 'kind' = 'table'";
        try (TestDatabase database = installed(version);
                Engine engine = Engine.start(database, data);
                Connection connection = database.connect();
                Connection other = database.connect()) {
            run(connection, "CREATE TABLE public.kept (id integer)");
            connection.setAutoCommit(false);
            run(connection, "CREATE TABLE public.pending (id integer)");

            List<String> inside = query(connection, names);
            List<String> outside = query(other, names);
            connection.rollback();

            assertEquals(List.of("kept", "pending"), inside);
            assertEquals(List.of("kept"), outside);
            assertEquals(List.of("kept"), query(connection, names));
        }
    }

    @OldestAndNewest
    void withoutAnEngineTheQuestionFailsAtOnceAndStatusStillAnswers(PostgresVersion version) throws Exception {
        try (TestDatabase database = installed(version);
                Connection connection = database.connect()) {
            long begun = System.nanoTime();

            SQLException failure =
                    assertThrows(SQLException.class, () -> query(connection, "SELECT * FROM pggit.log()"));

            assertEquals("57P03", failure.getSQLState());
            assertTrue(System.nanoTime() - begun < 5_000_000_000L, "must not wait for a time-out");
            assertEquals(
                    List.of("down"), query(connection, "SELECT status FROM pggit.status() WHERE component = 'Engine'"));
            assertEquals(
                    List.of("enabled"),
                    query(connection, "SELECT status FROM pggit.status() WHERE component = 'Tracking'"));
        }
    }

    @OldestAndNewest
    void anEngineThatStillMakesItsSlotIsNotAttached(PostgresVersion version) throws Exception {
        try (TestDatabase database = installed(version);
                Connection connection = database.connect();
                Connection writer = database.connect();
                Connection maker = database.connect()) {
            writer.setAutoCommit(false);
            run(writer, "CREATE TABLE public.unfinished (id integer)"); // a slot waits for its end
            Thread making = new Thread(() -> {
                try {
                    query(maker, MAKE_SLOT);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            making.start();
            Await.until(
                    Duration.ofSeconds(20),
                    () -> query(connection, "SELECT count(*) FROM pg_replication_slots WHERE active")
                            .equals(List.of("1")));

            List<String> attached = query(connection, "SELECT pggit.engine_attached()");
            writer.commit();
            making.join();

            assertEquals(List.of("f"), attached);
        }
    }

    @OldestAndNewest
    void aSilentEngineIsReportedAfterTheTimeOut(PostgresVersion version) throws Exception {
        try (TestDatabase database = installed(version);
                Engine engine = Engine.start(database, data);
                Connection connection = database.connect()) {
            query(connection, "SELECT * FROM pggit.log()"); // the engine has read the keys
            run(connection, "SET pggit.engine_timeout = '100ms'");
            run(connection, "UPDATE pggit.secret SET inner_key = outer_key, outer_key = inner_key");

            SQLException failure =
                    assertThrows(SQLException.class, () -> query(connection, "SELECT * FROM pggit.log()"));

            assertEquals("57P03", failure.getSQLState());
            assertTrue(failure.getMessage().contains("did not answer within 0.1 s"), failure.getMessage());
        }
    }

    @OldestAndNewest
    void errorsOfTheEngineBecomeErrorsOfTheStatement(PostgresVersion version) throws Exception {
        try (TestDatabase database = installed(version);
                Engine engine = Engine.start(database, data);
                Connection connection = database.connect()) {
            assertEquals("42704", state(connection, "SELECT * FROM pggit.log('nowhere')"));
            assertEquals("42704", state(connection, "SELECT * FROM pggit.log('HEAD~5')"));
            assertEquals("0A000", state(connection, "SELECT pggit.ask('prophecy')"));
            assertEquals("22023", state(connection, "SELECT * FROM pggit.log(-1)"));
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertEquals("0A000", state(connection, "SELECT * FROM pggit.log()"));
        }
    }

    @OldestAndNewest
    void questionsWorkInAReadOnlyTransaction(PostgresVersion version) throws Exception {
        try (TestDatabase database = installed(version);
                Engine engine = Engine.start(database, data);
                Connection connection = database.connect()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);

            List<String> kinds = query(connection, "SELECT kind FROM pggit.log()");

            assertEquals(List.of("baseline"), kinds);
        }
    }

    @OldestAndNewest
    void nothingOfPggitIsForPublicAndNoDefinerHasAnOpenPath(PostgresVersion version) throws Exception {
        try (TestDatabase database = installed(version);
                Connection connection = database.connect()) {
            String role = database.createRole("mallory");

            assertEquals(
                    List.of(),
                    query(
                            connection,
                            "SELECT p.oid::regprocedure::text FROM pg_proc AS p"
                                    + " WHERE p.pronamespace IN ('pggit'::regnamespace, 'pggit_v0'::regnamespace)"
                                    + " AND (has_function_privilege('" + role + "', p.oid, 'EXECUTE')"
                                    + " OR p.prosecdef AND NOT p.proconfig @> ARRAY['search_path=pg_catalog, pg_temp']"
                                    + " OR pg_get_userbyid(p.proowner) <> 'pggit_owner'"
                                    + " AND p.proname <> ALL ('" + OF_THE_INSTALLER + "'))"));
            try (Connection mallory = database.connect(role)) {
                assertEquals("42501", state(mallory, "SELECT pggit.version()"));
                assertEquals("42501", state(mallory, "SELECT * FROM pggit.secret"));
                assertEquals("42501", state(mallory, "SELECT * FROM pggit.reply"));
            }
        }
    }

    private static TestDatabase installed(PostgresVersion version) throws SQLException {
        TestDatabase database = TestDatabase.on(version);
        try (Connection connection = database.connect()) {
            Footprint.install(connection, SqlApi.statements());
        }
        return database;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static String state(Connection connection, String sql) {
        return assertThrows(SQLException.class, () -> query(connection, sql)).getSQLState();
    }
}
