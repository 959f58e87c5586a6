package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.JournalEntry;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.SecretSeeds;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are seeded in every shape we know; none may be in anything an engine keeps, publishes or prints. */
class SecretsDownstreamIT {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @TempDir
    Path directory;

    @Test
    void noSeededSecretIsInJournalRepositoryKafkaOrLogs() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.V18)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            SecretSeeds.prepare(database);
            Path data = directory.resolve("data");
            String kafka = TestServers.kafka().bootstrapServers();
            String env = "secrets-" + database.name();
            Map<String, String> places = new LinkedHashMap<>();
            List<String> secrets;
            try (ServeProcess serve = ServeProcess.start(
                    directory,
                    List.of(
                            "--url",
                            database.url(),
                            "--data",
                            data.toString(),
                            "--kafka",
                            kafka,
                            "--env",
                            env,
                            "--reconcile-seconds",
                            "2",
                            "--verbose"))) {
                secrets = SecretSeeds.plant(database);
                refusedAndRolledBack(database, secrets);
                long last = lastCommand(database);
                Await.until(DEADLINE, () -> KafkaEvents.sequences(env).contains(last));
                Await.until(
                        DEADLINE,
                        () -> Long.parseLong(database.one(
                                        "SELECT count(*) FROM pggit.attempts() WHERE statement LIKE '%undone%'"))
                                >= 1);
                places.put("SQL functions", functions(database));
                places.put("events", topic(kafka, env));
                places.put("capture events", topic(kafka, env, "--capture"));
                serve.close();
                places.put("log", serve.output());
            }
            places.put("journal", journal(data));
            places.put(
                    "repository",
                    Cli.git(
                            "--git-dir",
                            data.resolve("repository.git").toString(),
                            "cat-file",
                            "--batch-all-objects",
                            "--batch"));
            places.put("files", files(data));

            List<String> found = new ArrayList<>();
            places.forEach((place, text) -> {
                assertTrue(
                        place.equals("log") || text.contains("[redacted:"),
                        place + " shows nothing redacted: was anything read?");
                secrets.stream().filter(text::contains).forEach(secret -> found.add(secret + " in the " + place));
            });
            System.out.println(found.size() + " found of " + secrets.size() + " seeded secrets in " + places.keySet());
            assertEquals(List.of(), found);
            assertTrue(secrets.size() >= 40);
            SecretSeeds.clear(database);
        }
    }

    /** Attempts carry statements too. */
    private static void refusedAndRolledBack(TestDatabase database, List<String> secrets) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("CREATE SERVER undone FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'S98undone')");
            statement.execute("ROLLBACK");
        }
        secrets.add("S98undone");
    }

    private static long lastCommand(TestDatabase database) throws SQLException {
        return Long.parseLong(database.one("SELECT max(seq) FROM pggit.ddl_audit WHERE event = 'ddl_command_end'"));
    }

    private static String functions(TestDatabase database) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT l::text FROM pggit.log(NULL, NULL) AS l UNION ALL"
                                + " SELECT a::text FROM pggit.attempts(NULL) AS a UNION ALL SELECT s::text FROM pggit.script AS s"
                                + " UNION ALL SELECT d::text FROM pggit.script_done AS d UNION ALL SELECT m::text FROM pggit.manifest AS m")) {
            while (row.next()) {
                text.append(row.getString(1)).append('\n');
            }
        }
        return text.toString();
    }

    private static String topic(String kafka, String env, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("events", "--from-beginning", "--json", "--kafka", kafka, "--env", env));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private static String journal(Path data) {
        try (Journal journal = Journal.open(data, new SimpleMeterRegistry())) {
            String rows = journal.read(0, Integer.MAX_VALUE).stream()
                    .map(JournalEntry::transaction)
                    .flatMap(transaction -> transaction.rows().stream())
                    .map(row -> AuditRowJson.write(row).toString())
                    .collect(Collectors.joining("\n"));
            return rows
                    + journal.attempts().latest(Integer.MAX_VALUE).stream()
                            .map(undone -> undone.attempt().write().toString())
                            .collect(Collectors.joining("\n"));
        }
    }

    /** Every byte on disk; what is compressed there is looked at through its reader. */
    private static String files(Path data) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                text.append(file).append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
