package io.pggit.serve;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.Database;
import io.pggit.capture.stream.ChangeStream;
import io.pggit.capture.stream.PgoutputStream;
import io.pggit.capture.stream.Resume;
import io.pggit.capture.stream.StreamedChange;
import io.pggit.runtime.journal.Journal;
import io.pggit.sql.Responder;
import io.pggit.sql.answer.QuestionRefused;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * How long a committed DDL takes to be in the journal, and what the journal costs when much has piled up: {@code
 * EngineBenchmark [rows [commits]]}. Rates are of one run; compare them with each other only.
 */
public final class EngineBenchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 50;

    private EngineBenchmark() {}

    /** Runs it and prints a line for each measurement. */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int commits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        try (PostgresServer server = TestServers.ownPostgres(PostgresVersion.newest());
                TestDatabase database = TestDatabase.on(server)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            latency(database, commits);
        }
        for (int perTransaction : new int[] {1, 100}) {
            drains(rows, perTransaction);
        }
    }

    private static void latency(TestDatabase database, int commits) throws Exception {
        Database captured = new Database(database.url(), new Properties());
        try (Journal journal = journal();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Responder nobody = new Responder(
                    captured,
                    question -> {
                        throw new QuestionRefused("0A000", "a benchmark answers nothing", "");
                    },
                    (index, timeout) -> false);
            CaptureLoop loop = new CaptureLoop(
                    PgoutputStream.open(captured, Resume.NOTHING),
                    () -> {
                        throw new IllegalStateException("the stream was lost");
                    },
                    journal,
                    nobody,
                    finding -> {});
            Thread capture = new Thread(loop, "capture");
            capture.start();
            statement.execute("CREATE TABLE measured (id integer)");
            double[] waits = new double[commits];
            double[] runs = new double[commits];
            for (int i = -WARM_UP; i < commits; i++) {
                journal.awaitBeyond(0, PATIENCE);
                settle(journal);
                long before = journal.lastIndex();
                long begun = System.nanoTime();
                statement.execute("ALTER TABLE measured ALTER COLUMN id SET DEFAULT " + i);
                long committed = System.nanoTime();
                if (!journal.awaitBeyond(before, PATIENCE)) {
                    throw new IllegalStateException("not in the journal within 30 s");
                }
                if (i >= 0) {
                    waits[i] = (System.nanoTime() - committed) / 1e6;
                    runs[i] = (committed - begun) / 1e6;
                }
            }
            loop.stop();
            capture.join();
            Arrays.sort(waits);
            Arrays.sort(runs);
            System.out.printf(
                    Locale.ROOT,
                    "commit to journal  p50 %.2f ms, p99 %.2f ms; the DDL itself p50 %.2f ms, p99 %.2f ms%n",
                    waits[commits / 2],
                    waits[commits * 99 / 100],
                    runs[commits / 2],
                    runs[commits * 99 / 100]);
        }
    }

    /** Until nothing has come for a moment. */
    private static void settle(Journal journal) throws InterruptedException {
        while (journal.awaitBeyond(journal.lastIndex(), Duration.ofMillis(5))) {
            continue;
        }
    }

    private static void drains(int rows, int perTransaction) throws Exception {
        try (PostgresServer server = TestServers.ownPostgres(PostgresVersion.newest());
                TestDatabase database = TestDatabase.on(server)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            Database captured = new Database(database.url(), new Properties());
            Resume start;
            try (ChangeStream stream = PgoutputStream.open(captured, Resume.NOTHING)) {
                while (stream.drained().isEmpty()) {
                    stream.await();
                }
                start = Resume.at(stream.drained().orElseThrow(), stream.origin());
            }
            copySlot(database, "_kept", "");
            fill(database, rows, perTransaction);
            drain(captured, start, Optional.empty(), rows);
            restoreSlot(database);
            double stream = drain(captured, start, Optional.empty(), rows);
            restoreSlot(database);
            try (Journal journal = journal()) {
                double journaled = drain(captured, start, Optional.of(journal), rows);
                System.out.printf(
                        Locale.ROOT,
                        "drain of %,d rows, %d in a transaction  stream %,.0f rows/s, with journal %,.0f rows/s: %.2f x%n",
                        rows,
                        perTransaction,
                        stream,
                        journaled,
                        journaled / stream);
            }
        }
    }

    private static double drain(Database database, Resume start, Optional<Journal> journal, int rows) {
        try (ChangeStream stream = PgoutputStream.open(database, start)) {
            long begun = System.nanoTime();
            int taken = 0;
            while (taken < rows) {
                Batch batch = new Batch();
                for (Optional<StreamedChange> next = stream.await(); next.isPresent(); next = stream.poll()) {
                    next.get().accept(batch);
                    if (batch.isFull()) {
                        break;
                    }
                }
                taken += batch.transactions().stream()
                        .mapToInt(transaction -> transaction.rows().size())
                        .sum();
                journal.ifPresent(on -> on.append(batch.transactions(), batch.attempts()));
            }
            return rows * 1e9 / (System.nanoTime() - begun);
        }
    }

    /** Rows like that of one real DDL, each with its message. */
    private static void fill(TestDatabase database, int rows, int perTransaction) throws SQLException {
        database.run("CREATE TABLE real (id integer PRIMARY KEY, name text NOT NULL DEFAULT 'x', born date)");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < rows; i += perTransaction) {
                statement.execute("WITH added AS (INSERT INTO pggit.ddl_audit (xid, operation, event, command_tag,"
                        + " session_role, effective_role, application_name, backend_pid, backend_start, claims,"
                        + " transaction_at, statement_at, recorded_at, statement, objects, dropped, branch,"
                        + " server_version, footprint_version, redactions)"
                        + " SELECT pg_current_xact_id(), operation, event, command_tag, session_role, effective_role,"
                        + " application_name, backend_pid, backend_start, claims, now(), now(), now(), statement,"
                        + " objects, dropped, branch, server_version, footprint_version, 0"
                        + " FROM (SELECT * FROM pggit.ddl_audit WHERE command_tag = 'CREATE TABLE' ORDER BY seq LIMIT 1) AS a,"
                        + " generate_series(1, " + perTransaction + ") RETURNING *)"
                        + " SELECT pg_logical_emit_message(true, 'pggit.row', json_build_object('seq', seq, 'digest',"
                        + " pggit.row_digest(seq, xid, event, command_tag, session_role, effective_role, statement,"
                        + " objects, dropped))::text) FROM added");
                connection.commit();
            }
        }
    }

    private static void restoreSlot(TestDatabase database) throws SQLException {
        database.run("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                + " WHERE database = current_database() AND slot_name !~ '_kept$'");
        copySlot(database, "", "_kept");
    }

    private static void copySlot(TestDatabase database, String to, String from) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_copy_logical_replication_slot('pggit_' || oid || '"
                        + from + "', 'pggit_' || oid || '" + to
                        + "') FROM pg_database WHERE datname = current_database()")) {
            row.next();
        }
    }

    private static Journal journal() throws IOException {
        Path directory = Files.createTempDirectory("pggit-benchmark");
        return Journal.open(directory, new SimpleMeterRegistry());
    }
}
