package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pggit.testkit.Corpus;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every statement of the two user documents, by scripts kept beside the repository in {@code ../shared/acceptance}: over JDBC, or
 * with psql on the newest version where there is one. The engine starts first and waits for CREATE EXTENSION, which is a statement of the script.
 */
class AcceptanceIT {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"seed-workflow, V15", "seed-workflow, V18", "seed-training, V15", "seed-training, V18"})
    void everyStatementOfTheDocumentsWorks(String name, PostgresVersion version) throws Exception {
        Path script = Corpus.directory().resolveSibling("acceptance").resolve(name + ".sql");
        if (!Files.exists(script)) {
            System.out.println("1 case skipped: no " + name + ".sql beside the repository");
            return;
        }

        if (psql() && version == PostgresVersion.newest()) {
            assertEquals(name + ": all checks passed", withPsql(script, version));
        } else {
            assertEquals(List.of(name + ": all checks passed"), overJdbc(script, version));
        }
    }

    private List<String> overJdbc(Path script, PostgresVersion version) throws Exception {
        try (TestDatabase database = TestDatabase.on(version)) {
            offerExtension(database);
            try (ServeProcess serve = serve(database, "jdbc");
                    Connection connection = database.connect()) {
                PsqlScript session = new PsqlScript(connection);
                session.run(Files.readString(script));
                return session.echoed();
            }
        }
    }

    private String withPsql(Path script, PostgresVersion version) throws Exception {
        try (TestDatabase database = TestDatabase.on(version)) {
            offerExtension(database);
            try (ServeProcess serve = serve(database, "psql")) {
                return Cli.psql(
                                "-X",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "-q",
                                "-At",
                                "-f",
                                script.toString(),
                                "-d",
                                "host="
                                        + database.server().host() + " port="
                                        + database.server().port() + " user=postgres dbname=" + database.name())
                        .lines()
                        .reduce("", (before, last) -> last);
            }
        }
    }

    private ServeProcess serve(TestDatabase database, String folder) {
        return ServeProcess.launch(
                directory,
                List.of(
                        "--url",
                        database.url(),
                        "--data",
                        directory.resolve(folder).toString()));
    }

    private static void offerExtension(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Installation.writeExtension(connection, Installation.Scope.FULL);
        }
        // the scripts go on at once where a user would look at the engine's output first
        database.run("ALTER DATABASE " + database.name() + " SET pggit.engine_timeout = '60s'");
    }

    private static boolean psql() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "psql"))
                .anyMatch(Files::isExecutable);
    }
}
