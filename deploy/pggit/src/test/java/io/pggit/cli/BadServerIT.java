package io.pggit.cli;

import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users get wrong about a server that is there. */
class BadServerIT {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Test
    void anUnknownDatabaseIsNamed() {
        PostgresServer server = TestServers.postgres(PostgresVersion.newest());

        CliRun.of("status", "--url", server.jdbcUrl("no_such_database"))
                .assertFailedWith(ExitCode.UNREACHABLE, "\"no_such_database\" does not exist");
    }

    @Test
    void anUnknownRoleIsNamed() {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            CliRun.of("status", "--url", database.url("nobody_of_that_name"))
                    .assertFailedWith(ExitCode.UNREACHABLE, "nobody_of_that_name");
        }
    }

    @Test
    void withoutPggitACommandSaysHowToInstallIt() {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.newest())) {
            for (String command : new String[] {"log", "show", "status", "verify"}) {
                CliRun.of(command, "--url", database.url()).assertFailedWith(ExitCode.NOT_SERVED, "run pggit install");
            }
        }
    }

    @Test
    void passwordsThatAreWrongOrMissingAreToldApart() throws SQLException {
        try (PostgresServer server = TestServers.ownPostgres(PostgresVersion.newest());
                Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE ann LOGIN PASSWORD 'right'");
            askForPasswords(statement);
            String url = "postgresql://ann@" + server.host() + ":" + server.port() + "/postgres";
            Await.until(
                    DEADLINE,
                    () -> CliRun.of(Map.of("PGPASSWORD", "wrong"), "doctor", "--url", url)
                                    .exitCode()
                            == ExitCode.UNREACHABLE.code());

            CliRun.of(Map.of("PGPASSWORD", "wrong"), "doctor", "--url", url)
                    .assertFailedWith(ExitCode.UNREACHABLE, "password authentication failed");
            CliRun.of(Map.of("PGPASSFILE", "/nonexistent"), "doctor", "--url", url)
                    .assertFailedWith(ExitCode.UNREACHABLE, "asks for a password");
        }
    }

    /** Replaces pg_hba.conf from within, so that it works with any provider of servers. */
    private static void askForPasswords(Statement statement) throws SQLException {
        statement.execute("""
                DO $$ BEGIN
                    EXECUTE format('COPY (VALUES (%L), (%L)) TO %L',
                                   'host all ann all scram-sha-256', 'host all all all trust', current_setting('hba_file'));
                    PERFORM pg_reload_conf();
                END $$
                """);
    }
}
