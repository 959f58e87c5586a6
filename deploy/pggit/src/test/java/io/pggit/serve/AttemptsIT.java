package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.Database;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DDL that came to nothing is told of, and is in no record. */
class AttemptsIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"V15, PGOUTPUT", "V18, DEBEZIUM"})
    void rolledBackAndFailedDdlLeavesAttemptsAndNothingElse(PostgresVersion version, Carrier carrier) throws Exception {
        try (TestDatabase database = TestDatabase.on(version);
                Connection connection = database.connect();
                Statement session = connection.createStatement()) {
            Installation.install(connection);
            EngineSettings settings = new EngineSettings(
                    new Database(database.url(), new Properties()),
                    directory,
                    Optional.empty(),
                    carrier,
                    Duration.ofMinutes(10));
            try (Engine engine = Engine.start(settings, new SimpleMeterRegistry())) {
                session.execute("CREATE TABLE kept (id integer)");
                assertThrows(SQLException.class, () -> session.execute("CREATE TABLE kept (twice integer)"));
                session.execute("BEGIN");
                session.execute("CREATE TABLE undone (id integer)");
                session.execute("ROLLBACK");
                session.execute("BEGIN");
                session.execute("CREATE TABLE also_kept (id integer)");
                session.execute("SAVEPOINT s");
                session.execute("DROP TABLE kept");
                session.execute("ROLLBACK TO s");
                session.execute("COMMIT");
                session.execute("CREATE INDEX CONCURRENTLY ON kept (id)");
                session.execute("BEGIN");
                session.execute("CREATE TABLE under_way (id integer)");

                Await.until(DEADLINE, () -> attempts(database).size() >= 3);

                assertEquals(
                        List.of(
                                "DROP TABLE kept",
                                "CREATE TABLE undone (id integer)",
                                "CREATE TABLE kept (twice integer)"),
                        attempts(database));
                session.execute("ROLLBACK");
                Await.until(DEADLINE, () -> attempts(database).size() == 4);

                assertEquals(
                        List.of(
                                "CREATE TABLE kept (id integer)",
                                "CREATE TABLE also_kept (id integer)",
                                "CREATE INDEX CONCURRENTLY ON kept (id)"),
                        database.column(
                                "SELECT statement FROM pggit.ddl_audit WHERE operation <> 'baseline' ORDER BY seq"));
                String history = String.join("\n", database.column("SELECT l::text FROM pggit.log() AS l"));
                assertTrue(history.contains("also_kept"), history);
                assertFalse(history.contains("undone") || history.contains("under_way"), history);
                assertTrue(
                        Cli.run("attempts", "--url", database.url(), "-n", "1").contains("under_way"));
            }
        }
    }

    private static List<String> attempts(TestDatabase database) throws SQLException {
        return database.column("SELECT statement FROM pggit.attempts()");
    }
}
