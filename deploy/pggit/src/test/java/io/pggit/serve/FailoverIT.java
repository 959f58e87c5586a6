package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.footprint.Check;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.runtime.journal.Journal;
import io.pggit.servers.LocalPostgres;
import io.pggit.servers.PostgresBinaries;
import io.pggit.servers.PostgresOptions;
import io.pggit.testkit.Await;
import io.pggit.testkit.BaseBackup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The primary dies, a streaming standby is promoted, and the engine goes on there, under the same URL with both hosts. */
class FailoverIT {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int BURST = 20;

    @TempDir
    Path directory;

    /** Slots go along since PostgreSQL 17. */
    private static Stream<PostgresBinaries> serversThatTakeSlotsAlong() {
        PostgresBinaries newest = PostgresBinaries.onClassPath();
        return "all".equals(System.getProperty("pggit.versions"))
                ? Stream.of(newest, PostgresBinaries.under("postgres/17/"))
                : Stream.of(newest);
    }

    @ParameterizedTest
    @MethodSource("serversThatTakeSlotsAlong")
    void aPromotedStandbyThatHasTheSlotIsGoneOnWithAsIfNothingHadHappened(PostgresBinaries binaries) throws Exception {
        PostgresOptions options = PostgresOptions.throwaway()
                .with(binaries)
                .set("hot_standby_feedback", "on")
                .set("sync_replication_slots", "on");
        try (LocalPostgres primary = primary(options.set("synchronized_standby_slots", "standby"))) {
            assertEquals(Check.Result.FAILED, failover(primary).result(), "the engine would wait for the standby");
            failsOver(primary, options);
        }
    }

    private void failsOver(LocalPostgres primary, PostgresOptions options) throws Exception {
        try (LocalPostgres standby = standby(primary, options);
                Engine engine = start(primary, standby)) {
            Await.until(DEADLINE, () -> {
                // The standby can take the slot over once the primary has moved it past where the standby began.
                execute(primary, "SELECT pg_log_standby_snapshot()", "COMMENT ON SCHEMA public IS 'moved'");
                return one(
                                standby,
                                "SELECT string_agg(slot_name, '') FROM pg_replication_slots"
                                        + " WHERE synced AND NOT temporary AND invalidation_reason IS NULL")
                        .startsWith("pggit_");
            });
            burst(primary, "before");
            assertEquals(
                    new Check(
                            "failover", Check.Result.OK, "the slot goes along to standbys: standby", Optional.empty()),
                    failover(primary));

            primary.kill();
            execute(standby, "SELECT pg_promote()");
            burst(standby, "after");

            awaitLog(standby, "after_" + (BURST - 1));
            assertEquals(
                    "00000002", one(standby, "SELECT left(pg_walfile_name(pg_current_wal_lsn()), 8)"), "the timeline");
            assertEquals("", one(standby, FINDINGS), "no gap, no new incarnation");
            assertTrue(engine.awaitProjections(DEADLINE));
            engine.close();
            assertEquals(recorded(standby), journaled(), "nothing lost, nothing repeated, nothing but what survived");
            assertFalse(Files.exists(directory.resolve("data").resolve("incarnations")));
        }
    }

    @Test
    void aPromotedStandbyWithoutTheSlotIsAGapThatTheTableFills() throws Exception {
        PostgresOptions options = PostgresOptions.throwaway().with(PostgresBinaries.under("postgres/16/"));
        try (LocalPostgres primary = primary(options);
                LocalPostgres standby = standby(primary, options);
                Engine engine = start(primary, standby)) {
            burst(primary, "before");
            assertEquals(Check.Result.WARNING, failover(primary).result());
            Await.until(
                    DEADLINE,
                    () -> one(standby, "SELECT count(*) FROM pg_class WHERE relname = 'before_" + (BURST - 1) + "'")
                            .equals("1"));

            primary.kill();
            execute(standby, "SELECT pg_promote()");
            burst(standby, "after");

            awaitLog(standby, "after_" + (BURST - 1));
            Await.until(DEADLINE, () -> one(standby, FINDINGS).equals("capture_gap"));
            awaitLog(standby, "after_" + (BURST - 1)); // an answer comes after what was committed before the question
            engine.close();
            // the engine notes the gap while others commit: the journal has the order of commits, not that of numbers
            assertEquals(recorded(standby), journaled().stream().sorted().toList(), "nothing lost, nothing repeated");
            assertFalse(Files.exists(directory.resolve("data").resolve("incarnations")));
        }
    }

    private static final String FINDINGS =
            "SELECT coalesce(string_agg(finding ->> 'kind', ',' ORDER BY seq), '') FROM pggit.ddl_audit"
                    + " WHERE finding ->> 'kind' IN ('capture_gap', 'incarnation_began')";

    private static LocalPostgres primary(PostgresOptions options) throws SQLException {
        LocalPostgres primary = LocalPostgres.start(options);
        execute(primary, "SELECT pg_create_physical_replication_slot('standby')");
        try (Connection connection = DriverManager.getConnection(primary.jdbcUrl("postgres"))) {
            Installation.install(connection);
        }
        return primary;
    }

    private LocalPostgres standby(LocalPostgres primary, PostgresOptions options) throws SQLException {
        Path copy = directory.resolve("standby");
        BaseBackup.take(primary, copy, BaseBackup.Becomes.STANDBY);
        PostgresOptions mine = options.set("primary_slot_name", "standby")
                .set("primary_conninfo", "host=127.0.0.1 port=" + primary.port() + " user=postgres dbname=postgres");
        return LocalPostgres.start(new PostgresOptions(
                mine.binaries(), Optional.of(copy), mine.port(), mine.durability(), mine.settings()));
    }

    private Engine start(LocalPostgres primary, LocalPostgres standby) throws SQLException {
        String url = "postgresql://postgres@127.0.0.1:" + primary.port() + ",127.0.0.1:" + standby.port() + "/postgres";
        return Engine.start(
                new EngineSettings(
                        DatabaseUrl.parse(url, Map.of()).database(),
                        directory.resolve("data"),
                        Optional.empty(),
                        Carrier.PGOUTPUT,
                        Duration.ofMinutes(10)),
                new SimpleMeterRegistry());
    }

    private static Check failover(LocalPostgres server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"))) {
            return Installation.inspect(connection).stream()
                    .filter(check -> check.name().equals("failover"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void burst(LocalPostgres server, String prefix) throws SQLException {
        for (int i = 0; i < BURST; i++) {
            execute(server, "CREATE TABLE " + prefix + "_" + i + " (id integer)");
        }
    }

    private static void awaitLog(LocalPostgres server, String text) {
        Await.until(
                DEADLINE,
                () -> one(server, "SELECT string_agg(l::text, '') FROM pggit.log(p_limit => 200) AS l")
                        .contains(text));
    }

    private List<Long> journaled() {
        try (Journal journal = Journal.open(directory.resolve("data"), new SimpleMeterRegistry())) {
            return journal.read(0, Integer.MAX_VALUE).stream()
                    .flatMap(entry -> entry.transaction().rows().stream())
                    .map(row -> row.seq())
                    .toList();
        }
    }

    private static List<Long> recorded(LocalPostgres server) throws SQLException {
        List<Long> seqs = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT seq FROM pggit.ddl_audit ORDER BY seq")) {
            while (row.next()) {
                seqs.add(row.getLong(1));
            }
        }
        return seqs;
    }

    private static void execute(LocalPostgres server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** First column of the first row; what the server says when it refuses. */
    private static String one(LocalPostgres server, String query) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
