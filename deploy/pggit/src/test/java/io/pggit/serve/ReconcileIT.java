package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does behind the event triggers comes into the history all the same. */
class ReconcileIT {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void ddlWithTheTriggersSwitchedOffIsFoundAndCommitted() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.V18)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            Path data = directory.resolve("data");
            try (Engine engine = Engines.start(database.url(), data, Duration.ofSeconds(1))) {
                database.run(
                        "CREATE TABLE seen (id integer)",
                        "SET event_triggers = off; CREATE TABLE sneaked (id integer); DROP TABLE seen");

                Await.until(DEADLINE, () -> recorded(database) >= 2);

                String verdict = Cli.run("verify", "--url", database.url());
                assertTrue(verdict.contains("0 differences"), verdict);
                assertEquals(2, recorded(database));
                assertTrue(Cli.run("log", "--url", database.url()).contains("sneaked"));
            }
        }
    }

    @Test
    void aSlotThatWasDroppedIsRecordedAndNothingIsLost() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.V18)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            Path data = directory.resolve("data");
            try (Engine engine = Engines.start(database.url(), data)) {
                database.run("CREATE TABLE before_the_gap (id integer)");
                assertTrue(Cli.run("log", "--url", database.url()).contains("before_the_gap"));
            }
            database.run(
                    "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                            + " WHERE database = current_database()",
                    "CREATE TABLE in_the_gap (id integer)");

            try (Engine engine = Engines.start(database.url(), data)) {
                Await.until(DEADLINE, () -> count(database, "finding ->> 'kind' = 'capture_gap'") == 1);

                String verdict = Cli.run("verify", "--url", database.url());
                assertTrue(verdict.contains("0 differences"), verdict);
                assertTrue(Cli.run("log", "--url", database.url()).contains("in_the_gap"));
            }
        }
    }

    private static long recorded(TestDatabase database) throws SQLException {
        return count(database, "finding ->> 'object' ~ 'public.(seen|sneaked)$'");
    }

    private static long count(TestDatabase database, String condition) throws SQLException {
        return Long.parseLong(
                database.one("SELECT count(*) FROM pggit.ddl_audit WHERE operation = 'reconcile' AND " + condition));
    }
}
