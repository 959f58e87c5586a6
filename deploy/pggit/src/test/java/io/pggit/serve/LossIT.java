package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.Database;
import io.pggit.capture.footprint.OnFault;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In mode available the history follows a schema whose changes could not be recorded. */
class LossIT {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /** An interval longer than the test: what is compared is compared because a loss was announced. */
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private static final String FAULT = "ALTER TABLE pggit.ddl_audit ADD CONSTRAINT fault"
            + " CHECK (operation = 'reconcile' OR %s coalesce(statement, '') !~ 'unluck[y]') NOT VALID";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"V15, PGOUTPUT", "V18, PGOUTPUT", "V18, DEBEZIUM"})
    void whatIsLostIsAnnouncedAndTheHistoryIsHealed(PostgresVersion version, Carrier carrier) throws Exception {
        try (TestDatabase database = available(version);
                Engine engine = start(database, carrier)) {
            database.run(
                    "CREATE TABLE dropped (id integer)",
                    "CREATE TABLE kept (id integer)",
                    FAULT.formatted("finding IS NOT NULL OR"),
                    "BEGIN; DROP TABLE dropped /* unlucky */; CREATE TABLE lucky (id integer); COMMIT",
                    "ALTER TABLE kept ADD COLUMN unlucky text",
                    "CREATE TABLE made (id integer) /* unlucky */",
                    "ALTER TABLE pggit.ddl_audit DROP CONSTRAINT fault");

            Await.until(DEADLINE, () -> healed(database) == 3);

            assertEquals(
                    List.of(
                            "sql_drop DROP TABLE",
                            "ddl_command_end DROP TABLE",
                            "ddl_command_end ALTER TABLE",
                            "ddl_command_end CREATE TABLE"),
                    database.column("SELECT event || ' ' || command_tag FROM pggit.ddl_audit"
                            + " WHERE finding ->> 'kind' = 'facts_lost' ORDER BY seq"));
            assertEquals(
                    List.of("enabled"),
                    database.column("SELECT status FROM pggit.status() WHERE component = 'Tracking'"));
            assertEquals(
                    List.of("CRITICAL|Records lost in the last 24 hours: 4"),
                    database.column("SELECT severity || '|' || message FROM pggit_v0.check_for_alerts()"
                            + " WHERE alert_type = 'CAPTURE'"));
            String verdict = Cli.run("verify", "--url", database.url());
            assertTrue(verdict.contains("0 differences"), verdict);
            assertTrue(
                    Cli.run("show", "HEAD~2", "--url", database.url()).contains("Detected"), "who looks at a commit");
            assertEquals(List.of("0"), database.column("SELECT count(*) FROM pggit.attempts()"));
        }
    }

    @Test
    void aLossWithoutARowIsRecordedByTheEngine() throws Exception {
        try (TestDatabase database = available(PostgresVersion.newest());
                Engine engine = start(database, Carrier.PGOUTPUT)) {
            database.run(FAULT.formatted(""), "CREATE TABLE made (id integer) /* unlucky */");

            Await.until(DEADLINE, () -> healed(database) == 1);

            assertEquals(
                    List.of("reconcile CREATE TABLE postgres"),
                    database.column("SELECT concat_ws(' ', event, finding ->> 'object', finding ->> 'by')"
                            + " FROM pggit.ddl_audit WHERE finding ->> 'kind' = 'facts_lost'"));
            String verdict = Cli.run("verify", "--url", database.url());
            assertTrue(verdict.contains("0 differences"), verdict);
        }
    }

    /** The stream does not tell it again, for it was confirmed. */
    @Test
    void aLossThatTheDatabaseDoesNotTakeOutlivesTheEngine() throws Exception {
        try (TestDatabase database = available(PostgresVersion.newest())) {
            try (Engine engine = start(database, Carrier.PGOUTPUT)) {
                database.run(
                        "ALTER TABLE pggit.ddl_audit ADD CONSTRAINT fault"
                                + " CHECK (seq < 0 OR statement ~ 'fault' AND command_tag = 'ALTER TABLE') NOT VALID",
                        "CREATE TABLE made (id integer)");
                String behind = database.one("SELECT pg_current_wal_insert_lsn()");
                Await.until(
                        DEADLINE,
                        () -> database.one("SELECT confirmed_flush_lsn >= '" + behind
                                        + "' FROM pg_replication_slots WHERE database = current_database()")
                                .equals("t"));
            }
            assertEquals("0", database.one("SELECT count(*) FROM pggit.ddl_audit WHERE operation = 'reconcile'"));

            database.run("ALTER TABLE pggit.ddl_audit DROP CONSTRAINT fault");
            try (Engine engine = start(database, Carrier.PGOUTPUT)) {
                Await.until(
                        DEADLINE,
                        () -> database.column("SELECT concat_ws(' ', event, finding ->> 'object', finding ->> 'by')"
                                        + " FROM pggit.ddl_audit WHERE finding ->> 'kind' = 'facts_lost'")
                                .equals(List.of("reconcile CREATE TABLE postgres")));
            }
        }
    }

    private static long healed(TestDatabase database) throws SQLException {
        return Long.parseLong(database.one("SELECT count(*) FROM pggit.ddl_audit WHERE operation = 'reconcile'"
                + " AND finding ->> 'kind' ~ '^object_' AND finding ->> 'object' ~ 'public.(dropped|kept|made)$'"));
    }

    private static TestDatabase available(PostgresVersion version) throws SQLException {
        TestDatabase database = TestDatabase.on(version);
        try (Connection connection = database.connect()) {
            Installation.install(connection, Installation.Scope.FULL, Optional.of(OnFault.AVAILABLE));
        }
        return database;
    }

    private Engine start(TestDatabase database, Carrier carrier) throws SQLException {
        return Engine.start(
                new EngineSettings(
                        new Database(database.url(), new Properties()), directory, Optional.empty(), carrier, SELDOM),
                new SimpleMeterRegistry());
    }
}
