package io.pggit.serve;

import io.pggit.testkit.PostgresServer;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long functions that read take, on each PostgreSQL, and commands of {@code deploy/bin/pggit}, from start to end: {@code
 * ApiBenchmark [calls [runs of a command]]}. Each line has its target beside it. The database has 121 objects and 300 commits.
 */
public final class ApiBenchmark {
    private static final int TABLES = 120;
    private static final int CHANGES = 177;
    private static final int WARM_UP = 200;
    private static final double COMMAND_TARGET_MS = 400;

    /** Where numbers stand for two commits with two between them, each call asks for others: answers are kept. */
    private static final List<String> READS = List.of(
            "pggit.version()",
            "pggit.get_current_branch()",
            "pggit.status()",
            "pggit.log(20)",
            "pggit.list_branches()",
            "pggit.diff('HEAD~%1$d', 'HEAD~%2$d')",
            "pggit.diff_as_sql('HEAD~%1$d', 'HEAD~%2$d')",
            "pggit.diff_schemas('HEAD~%1$d', 'HEAD~%2$d')",
            "pggit.merge_base('main', 'other')",
            "pggit.get_history('t7')",
            "pggit.get_version('t7')",
            "pggit.blame('t7')",
            "pggit.merge_preview('other')",
            "pggit.list_intents()",
            "pggit.intent_conflicts()",
            "pggit.drift()",
            "pggit.branches",
            "pggit.conflicts",
            "pggit_v0.refs",
            "pggit_v0.commit_graph",
            "pggit_v0.get_head_sha()",
            "pggit_v0.get_commit_history()",
            "pggit_v0.list_branches()",
            "pggit_v0.diff_branches('HEAD~%1$d', 'HEAD~%2$d')",
            "pggit_v0.get_object_history('public', 't7')",
            "pggit_v0.get_object_definition('public', 't7')",
            "pggit_v0.get_object_metadata('public', 't7')",
            "pggit_v0.get_current_schema()",
            "pggit_v0.check_for_alerts()",
            "pggit_v0.get_dashboard_summary()",
            "pggit_v0.analyze_query_performance()",
            "pggit_v0.analyze_storage_usage()",
            "pggit_v0.get_object_size_distribution()",
            "pggit_v0.estimate_storage_growth()",
            "pggit_v0.detect_anomalies()",
            "pggit_v0.get_recommendations()");

    private static final List<List<String>> COMMANDS = List.of(
            List.of("status"),
            List.of("log", "-n", "20"),
            List.of("show"),
            List.of("diff", "HEAD~3"),
            List.of("branch"));

    private ApiBenchmark() {}

    /** Runs it and prints a line for each measurement. */
    public static void main(String[] arguments) throws Exception {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        for (PostgresVersion version : PostgresVersion.supported()) {
            Path directory = Files.createTempDirectory("pggit-benchmark");
            try (PostgresServer server = TestServers.ownPostgres(version);
                    TestDatabase database = TestDatabase.on(server);
                    Connection connection = database.connect()) {
                Installation.install(connection);
                List<String> serving = List.of(
                        "--url",
                        database.url(),
                        "--data",
                        directory.resolve("data").toString());
                try (ServeProcess serve = ServeProcess.startAsUsersDo(directory, serving)) {
                    fill(connection);
                    reads(version, connection, calls);
                    if (version == PostgresVersion.newest()) {
                        commands(database, runs);
                    }
                }
            }
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pggit.init()");
            for (int i = 0; i < TABLES; i++) {
                statement.execute("CREATE TABLE t" + i + " (id integer PRIMARY KEY, name text NOT NULL DEFAULT 'x',"
                        + " born date, price numeric CHECK (price > 0))");
            }
            statement.execute("SELECT pggit.create_branch('other')");
            for (int i = 0; i < CHANGES; i++) {
                statement.execute("ALTER TABLE t" + i % TABLES + " ADD COLUMN c" + i + " text");
            }
            statement.execute("SELECT pggit.create_commit('settled')");
        }
    }

    private static void reads(PostgresVersion version, Connection connection, int calls) throws SQLException {
        double targetMs = version.compareTo(PostgresVersion.V17) >= 0 ? 8 : 20;
        try (Statement statement = connection.createStatement()) {
            for (String read : READS) {
                double[] millis = new double[calls];
                for (int i = -WARM_UP; i < calls; i++) {
                    long begun = System.nanoTime();
                    int nearer = i + WARM_UP;
                    int rows = rows(statement, "SELECT * FROM " + String.format(Locale.ROOT, read, nearer + 3, nearer));
                    if (i >= 0) {
                        millis[i] = (System.nanoTime() - begun) / 1e6;
                    }
                    if (rows < 0) {
                        throw new IllegalStateException(read);
                    }
                }
                print(version.name() + " " + read, millis, targetMs);
            }
        }
    }

    private static int rows(Statement statement, String sql) throws SQLException {
        int count = 0;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    private static void commands(TestDatabase database, int runs) throws IOException, InterruptedException {
        Path launcher = Path.of(System.getProperty("pggit.root"), "deploy", "bin", "pggit");
        for (List<String> words : COMMANDS) {
            List<String> command = new ArrayList<>(List.of(launcher.toString()));
            command.addAll(words);
            command.addAll(List.of("--url", database.url()));
            double[] millis = new double[runs];
            for (int i = -1; i < runs; i++) {
                ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
                builder.environment().put("PGGIT_BUILD", "never");
                long begun = System.nanoTime();
                int exitCode = builder.redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
                if (exitCode != 0) {
                    throw new IllegalStateException(command + " ended with " + exitCode);
                }
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - begun) / 1e6;
                }
            }
            print("pggit " + String.join(" ", words), millis, COMMAND_TARGET_MS);
        }
    }

    private static void print(String what, double[] millis, double targetMs) {
        Arrays.sort(millis);
        double median = millis[millis.length / 2];
        System.out.printf(
                Locale.ROOT,
                "%-52s p50 %7.2f ms, p99 %7.2f ms; target p50 <= %.0f ms: %s%n",
                what,
                median,
                millis[Math.min(millis.length - 1, millis.length * 99 / 100)],
                targetMs,
                median <= targetMs ? "met" : "missed");
    }
}
