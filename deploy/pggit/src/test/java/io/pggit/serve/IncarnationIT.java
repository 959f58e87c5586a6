package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.Lsn;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is no continuation of its journal gets a new one; the old one can still be read. */
class IncarnationIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void aServerThatWasRestoredToAnEarlierTimeBeginsANewIncarnation() throws Exception {
        try (TestDatabase database = installed()) {
            try (Engine engine = Engines.start(database.url(), directory)) {
                database.run("CREATE TABLE before_the_restore (id integer)");
                awaitLog(database.url(), "before_the_restore");
            }
            try (Journal journal = open(directory)) {
                journal.advance(Lsn.parse("FFFF/0"));
            }

            try (Engine engine = Engines.start(database.url(), directory)) {
                Await.until(DEADLINE, () -> began(database.url()).contains("EARLIER"));
                database.run("CREATE TABLE after_the_restore (id integer)");
                awaitLog(database.url(), "after_the_restore");
                awaitLog(database.url(), "before_the_restore");
            }
            try (Journal past = open(onlyPast())) {
                assertEquals(Optional.of(Lsn.parse("FFFF/0")), past.end());
                assertTrue(began(database.url()).contains(past.incarnation().toString()));
            }
            assertTrue(
                    Cli.git("--git-dir", onlyPast().resolve("repository.git").toString(), "log", "--format=%s", "main")
                            .contains("before_the_restore"));
        }
    }

    @Test
    void aCopyOfTheDatabaseBeginsANewIncarnationAndAStrangerIsRefused() throws Exception {
        try (TestDatabase database = installed();
                TestDatabase stranger = installed()) {
            try (Engine engine = Engines.start(database.url(), directory)) {
                database.run("CREATE TABLE copied (id integer)");
                awaitLog(database.url(), "copied");
            }
            String copy = database.name() + "_copy";
            database.leave();
            stranger.run("CREATE DATABASE " + copy + " TEMPLATE " + database.name());
            String url = database.url().replace(database.name(), copy);
            try {
                assertThrows(RuntimeException.class, () -> Engines.start(stranger.url(), directory));
                try (Engine engine = Engines.start(url, directory)) {
                    Await.until(DEADLINE, () -> began(url).contains("is a copy of"));
                    awaitLog(url, "copied");
                }
            } finally {
                stranger.run(
                        "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = '" + copy
                                + "'",
                        "DROP DATABASE " + copy);
            }
        }
    }

    @Test
    void numbersThatAreUsedAgainEndTheEngineAndBeginANewIncarnation() throws Exception {
        try (TestDatabase database = installed()) {
            DivergedException diverged;
            try (Engine engine = Engines.start(database.url(), directory)) {
                database.run("CREATE TABLE forgotten (id integer)");
                awaitLog(database.url(), "forgotten");
                // Somebody who wants a record without a past.
                database.run(
                        "ALTER TABLE pggit.ddl_audit DISABLE TRIGGER ALL",
                        "TRUNCATE pggit.ddl_audit RESTART IDENTITY",
                        "CREATE TABLE first_again (id integer)");

                diverged = assertThrows(DivergedException.class, engine::awaitEnd);
            }

            try (Engine engine =
                    Engine.start(Engines.settings(database.url(), directory), new SimpleMeterRegistry(), diverged)) {
                Await.until(DEADLINE, () -> began(database.url()).contains("is of transaction"));
                awaitLog(database.url(), "first_again");
            }
            assertTrue(
                    Cli.git("--git-dir", onlyPast().resolve("repository.git").toString(), "log", "--format=%s", "main")
                            .contains("forgotten"));
        }
    }

    private static TestDatabase installed() throws SQLException {
        TestDatabase database = TestDatabase.on(PostgresVersion.V17);
        try (Connection connection = database.connect()) {
            Installation.install(connection);
        }
        return database;
    }

    private static Journal open(Path directory) {
        return Journal.open(directory, new SimpleMeterRegistry());
    }

    private Path onlyPast() throws IOException {
        try (Stream<Path> past = Files.list(directory.resolve("incarnations"))) {
            List<Path> all = past.toList();
            assertEquals(1, all.size());
            return all.get(0);
        }
    }

    private static String began(String url) {
        return one(
                url,
                "SELECT string_agg(finding::text, '') FROM pggit.ddl_audit"
                        + " WHERE finding ->> 'kind' = 'incarnation_began'");
    }

    private static void awaitLog(String url, String text) {
        Await.until(
                DEADLINE,
                () -> one(url, "SELECT string_agg(l::text, '') FROM pggit.log() AS l")
                        .contains(text));
    }

    private static String one(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
