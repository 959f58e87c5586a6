package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.Await;
import io.pggit.testkit.Corpus;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** Schemas of real applications, statement by statement, through the whole of pgGit. */
class RealSchemaIT {
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int CASES = 3;

    @TempDir
    Path directory;

    @Test
    void everyObjectOfARealSchemaIsAFileAndEveryCommandAnEvent() throws Exception {
        List<Path> schemas = Corpus.files("real", ".sql", CASES);
        if (!schemas.isEmpty()) {
            capture(newest(schemas, "danbooru"), PostgresVersion.V15);
            capture(newest(schemas, "pagila"), PostgresVersion.V18);
        }
    }

    private static Path newest(List<Path> schemas, String application) {
        return schemas.stream()
                .filter(file -> file.getParent().endsWith(application))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private void capture(Path schema, PostgresVersion version) throws Exception {
        String name = schema.getParent().getFileName() + "-" + version.name().toLowerCase(Locale.ROOT);
        Path work = Files.createDirectory(directory.resolve(name));
        Path data = work.resolve("data");
        try (TestDatabase database = TestDatabase.on(version)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            int commands;
            String verdict;
            try (ServeProcess serve = ServeProcess.start(
                    work,
                    List.of(
                            "--url", database.url(),
                            "--data", data.toString(),
                            "--kafka", TestServers.kafka().bootstrapServers(),
                            "--env", name))) {
                commands = load(schema, database);
                verdict = Cli.run("verify", "--url", database.url());
                awaitEvents(name, commands);
            }
            Path clone = work.resolve("clone");
            Cli.git("clone", "--quiet", data.resolve("repository.git").toString(), clone.toString());
            String damage = Cli.git("-C", clone.toString(), "fsck", "--full", "--strict");
            System.out.printf(
                    "%s: %d DDL commands, %d events, %d objects, %d files; verify: %s%n",
                    name,
                    commands,
                    KafkaEvents.sequences(name).size(),
                    objects(database),
                    files(clone),
                    verdict.strip());

            assertTrue(verdict.contains("0 differences"), verdict);
            assertEquals(commands, KafkaEvents.sequences(name).size());
            assertEquals(objects(database), files(clone));
            assertEquals("", damage);
        }
    }

    private static void awaitEvents(String environment, int commands) {
        try {
            Await.until(DEADLINE, () -> KafkaEvents.sequences(environment).size() >= commands);
        } catch (AssertionError e) {
            throw new AssertionError(
                    commands + " commands, but "
                            + KafkaEvents.sequences(environment).size() + " events",
                    e);
        }
    }

    /** Runs a script one statement after the other, as psql does; returns how many DDL commands it had. */
    private static int load(Path schema, TestDatabase database) throws SQLException, IOException {
        int commands = 0;
        List<NativeQuery> script = Parser.parseJdbcSql(Files.readString(schema), true, false, true, false, false);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (NativeQuery query : script) {
                String sql = withoutComments(query.nativeSql);
                if (sql.isEmpty()) {
                    continue;
                }
                statement.execute(query.nativeSql);
                if (!sql.matches("(?is)(SET|SELECT|INSERT)\\b.*")) {
                    commands++;
                }
            }
        }
        return commands;
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("(?m)^--.*$", "").strip();
    }

    private static long objects(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pggit.describe_all() AS d (object) WHERE object ? 'facts'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long files(Path clone) throws IOException {
        try (Stream<Path> tree = Files.walk(clone)) {
            return tree.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
