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
import io.pggit.testkit.RecvLogical;
import io.pggit.testkit.Target;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * How long a committed DDL takes to be in the journal, and what the journal costs when much has piled up: {@code
 * EngineBenchmark [rows [commits]]}. Each way of draining reads the same log, in turns, from opening to the last row; medians.
 */
public final class EngineBenchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 3;
    private static final String SLOT = "SELECT 'pggit_' || oid FROM pg_database WHERE datname = current_database()";
    private static final String FLUSHED = "SELECT pg_current_wal_flush_lsn()";

    private EngineBenchmark() {}

    /** Runs it and prints a line for each measurement. */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
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
                    () -> {},
                    () -> {});
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
                    "commit to journal  p50 %.2f ms, p99 %.2f ms  %s; one sync of this disk p50 %.2f ms;"
                            + " the DDL itself p50 %.2f ms, p99 %.2f ms%n",
                    waits[commits / 2],
                    waits[commits * 99 / 100],
                    Target.atMost(3, waits[commits / 2], "ms"),
                    sync(journal.directory(), commits),
                    runs[commits / 2],
                    runs[commits * 99 / 100]);
        }
    }

    /** What one durable write costs here at least. */
    private static double sync(Path directory, int writes) throws IOException {
        double[] times = new double[writes];
        try (FileChannel file =
                FileChannel.open(directory.resolve("sync"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < writes; i++) {
                file.write(ByteBuffer.allocate(4_096));
                long begun = System.nanoTime();
                file.force(false);
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[writes / 2];
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
            String bytes = fill(database, rows, perTransaction);
            List<List<Double>> rates = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int round = 0; round <= ROUNDS; round++) {
                for (int way = 0; way < rates.size(); way++) {
                    restoreSlot(database);
                    double rate = drain(way, database, captured, start, rows);
                    if (round > 0) { // the first warms up
                        rates.get(way).add(rate);
                    }
                }
            }
            double stream = median(rates.get(1));
            double journaled = median(rates.get(2));
            double reference = median(rates.get(0));
            System.out.printf(
                    Locale.ROOT,
                    "drain of %,d rows of %s bytes, %d in a transaction  pg_recvlogical %,.0f rows/s, stream %,.0f rows/s:"
                            + " %.2f x, with journal %,.0f rows/s: %.2f x  %s%n",
                    rows,
                    bytes,
                    perTransaction,
                    reference,
                    stream,
                    stream / reference,
                    journaled,
                    journaled / reference,
                    RecvLogical.isThere() ? Target.atLeast(0.5, journaled / reference, "x") : "");
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double drain(int way, TestDatabase database, Database captured, Resume start, int rows)
            throws Exception {
        if (way == 0) {
            return RecvLogical.isThere()
                    ? rows / RecvLogical.drain(database, database.one(SLOT), database.one(FLUSHED))
                    : Double.NaN;
        }
        if (way == 1) {
            return drain(captured, start, Optional.empty(), rows);
        }
        try (Journal journal = journal()) {
            return drain(captured, start, Optional.of(journal), rows);
        }
    }

    private static double drain(Database database, Resume start, Optional<Journal> journal, int rows) {
        long begun = System.nanoTime();
        try (ChangeStream stream = PgoutputStream.open(database, start)) {
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
                journal.ifPresent(on -> on.append(batch.transactions(), batch.attempts(), batch.findings()));
            }
            return rows * 1e9 / (System.nanoTime() - begun);
        }
    }

    /** Rows like that of one real DDL, each with its message; returns how long one is as text. */
    private static String fill(TestDatabase database, int rows, int perTransaction) throws SQLException {
        database.run(
                "CREATE TABLE real (id integer PRIMARY KEY, name text NOT NULL DEFAULT 'x', born date)",
                "CREATE PROCEDURE fill(transactions integer, rows integer) LANGUAGE plpgsql AS $$ BEGIN"
                        + " FOR i IN 1 .. transactions LOOP"
                        + " WITH added AS (INSERT INTO pggit.ddl_audit (xid, operation, event, command_tag,"
                        + " session_role, effective_role, application_name, backend_pid, backend_start, claims,"
                        + " transaction_at, statement_at, recorded_at, statement, objects, dropped, branch,"
                        + " server_version, footprint_version, redactions)"
                        + " SELECT pg_current_xact_id(), operation, event, command_tag, session_role, effective_role,"
                        + " application_name, backend_pid, backend_start, claims, now(), now(), now(), statement,"
                        + " objects, dropped, branch, server_version, footprint_version, 0"
                        + " FROM (SELECT * FROM pggit.ddl_audit WHERE command_tag = 'CREATE TABLE' ORDER BY seq LIMIT 1)"
                        + " AS a, generate_series(1, rows) RETURNING *)"
                        + " SELECT count(pg_logical_emit_message(true, 'pggit.row', json_build_object('seq', seq,"
                        + " 'digest', pggit.row_digest(seq, xid, event, command_tag, session_role, effective_role,"
                        + " statement, objects, dropped, NULL))::text)) INTO rows FROM (SELECT * FROM added) AS a;"
                        + " COMMIT; END LOOP; END $$");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            // a plan made for the table while it was small would read all of it
            statement.execute("SET plan_cache_mode = force_custom_plan");
            statement.execute("CALL fill(" + rows / perTransaction + ", " + perTransaction + ")");
        }
        return database.one("SELECT avg(length(a::text))::integer FROM pggit.ddl_audit AS a WHERE redactions = 0");
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
