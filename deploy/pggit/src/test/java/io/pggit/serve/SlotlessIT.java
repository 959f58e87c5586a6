package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.Database;
import io.pggit.servers.LocalPostgres;
import io.pggit.servers.PostgresOptions;
import io.pggit.testkit.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine where replication is not to be had: the audit table is all it reads. */
class SlotlessIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    @Test
    void withoutReplicationTheTableCarriesTheHistoryOverRestarts() throws Exception {
        try (LocalPostgres server = withoutReplication()) {
            String url = server.jdbcUrl("postgres");
            install(url);
            execute(url, "CREATE TABLE before_the_engine (id integer)");
            try (Engine engine = start(url, NEVER)) {
                execute(url, "CREATE TABLE streamed (id integer)");
                awaitCommits(List.of("before_the_engine", "streamed"));
            }
            execute(url, "CREATE TABLE while_it_was_away (id integer)");
            try (Engine engine = start(url, NEVER)) {
                execute(url, "CREATE TABLE after_the_restart (id integer)");
                awaitCommits(List.of("before_the_engine", "streamed", "while_it_was_away", "after_the_restart"));

                SQLException refusal = assertThrows(SQLException.class, () -> execute(url, "SELECT pggit.log()"));
                assertEquals("57P03", refusal.getSQLState(), refusal.getMessage());
            }
        }
    }

    @Test
    void whatWentPastTheTriggersIsFoundAndTheHistoryFollows() throws Exception {
        try (LocalPostgres server = withoutReplication()) {
            String url = server.jdbcUrl("postgres");
            install(url);
            try (Engine engine = start(url, Duration.ofSeconds(1))) {
                execute(url, "CREATE TABLE seen (id integer)");
                awaitCommits(List.of("seen"));
                execute(
                        url,
                        "ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer DISABLE; CREATE TABLE unseen (id integer);"
                                + " ALTER EVENT TRIGGER pggit_ddl_command_end_2_writer ENABLE ALWAYS");

                Await.until(DEADLINE, () -> subjects().stream().anyMatch(subject -> subject.contains("unseen")));
            }
        }
    }

    private static LocalPostgres withoutReplication() throws Exception {
        return LocalPostgres.start(
                PostgresOptions.throwaway().set("wal_level", "minimal").set("max_wal_senders", "0"));
    }

    private static void install(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Installation.install(connection);
        }
    }

    private Engine start(String url, Duration reconcileEvery) throws SQLException {
        return Engine.start(
                new EngineSettings(
                        new Database(url, new Properties()),
                        directory,
                        Optional.empty(),
                        Carrier.TABLE,
                        reconcileEvery),
                new SimpleMeterRegistry());
    }

    /** The commits behind the baseline, the oldest first, each named by what it made. */
    private void awaitCommits(List<String> expected) throws Exception {
        String repository = directory.resolve("repository.git").toString();
        Await.until(
                DEADLINE,
                () -> Files.exists(Path.of(repository, "HEAD"))
                        && Cli.git("--git-dir", repository, "log", "--all", "--format=%s")
                                .contains(expected.get(expected.size() - 1)));
        List<String> subjects = subjects();
        assertEquals(expected.size(), subjects.size(), subjects::toString);
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(subjects.get(i).contains(expected.get(i)), subjects::toString);
        }
    }

    private List<String> subjects() throws Exception {
        String repository = directory.resolve("repository.git").toString();
        return Cli.git("--git-dir", repository, "log", "--reverse", "--format=%s", "main")
                .lines()
                .skip(1)
                .toList();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
