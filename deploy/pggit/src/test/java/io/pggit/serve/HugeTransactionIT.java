package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One transaction with more rows than fit into the heap comes from the slot into the journal and out of it again, into the repository. The number
 * of rows is property {@code pggit.huge.rows}; what a heap of 48 MB has to bear by default is some 60 MB of JSON, and with
 * 200,000 rows some 400 MB.
 */
class HugeTransactionIT {
    private static final int ROWS = Integer.getInteger("pggit.huge.rows", 30_000);
    private static final Duration DEADLINE = Duration.ofMinutes(8);

    @TempDir
    Path directory;

    @Test
    void aTransactionLargerThanTheHeapIsJournaledAndFolded() throws Exception {
        try (TestDatabase database = TestDatabase.on(PostgresVersion.V18)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            Path output = Files.createFile(directory.resolve("drain.txt"));
            long before = rows(database);
            Process drain = start(database, output, before + ROWS);
            try {
                Await.until(DEADLINE, () -> Files.readString(output).contains("attached") || !drain.isAlive());
                database.run("INSERT INTO pggit.ddl_audit (xid, operation, event, command_tag, session_role,"
                        + " effective_role, application_name, backend_pid, backend_start, claims, transaction_at,"
                        + " statement_at, recorded_at, statement, objects, dropped, branch, server_version,"
                        + " footprint_version) SELECT pg_current_xact_id(), 'ddl', 'ddl_command_end', 'CREATE TABLE', 'r',"
                        + " 'r', '', 1, now(), '{}', now(), now(), clock_timestamp(), repeat('x', 1500), '[]', '[]',"
                        + " 'main', 180000, '1' FROM generate_series(1, " + ROWS + ")");

                assertTrue(drain.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS), "still draining");
            } finally {
                drain.destroyForcibly();
            }
            String said = Files.readString(output);
            assertEquals(0, drain.exitValue(), said);
            assertTrue(said.contains("taken " + (before + ROWS) + " read and folded " + ROWS + " heap 4"), said);
            System.out.println(
                    said.lines().filter(line -> line.startsWith("taken")).toList());
        }
    }

    private static long rows(TestDatabase database) throws Exception {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM pggit.ddl_audit")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Process start(TestDatabase database, Path output, long rows) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.pggit.serve.Drain",
                        database.url(),
                        directory.resolve("data").toString(),
                        Long.toString(rows)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
