package io.pggit.capture.stream;

import io.pggit.capture.SqlFile;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.RecvLogical;
import io.pggit.testkit.RunningServer;
import io.pggit.testkit.Target;
import io.pggit.testkit.TestServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How fast a slot full of audit rows is drained, each carrier over the same log: {@code StreamBenchmark [rows [rounds [host:port]]]},
 * on a server of the tests or the running one that is named, whose superuser {@code postgres} needs no password.
 * Rounds are interleaved, and the median counts; the first round warms up and does not. Only the ratios travel from one
 * machine to another. {@code pg_recvlogical}, a process started for it, and ours are measured from the start to the last
 * transaction; Debezium, which needs seconds to start, from the first transaction. What is not on the PATH is left out.
 */
public final class StreamBenchmark {
    private static final String RECVLOGICAL = "pg_recvlogical";
    private static final Map<String, Double> TARGETS = Map.of(RECVLOGICAL, 0.9, "debezium", 4.0);

    private interface Carrier {
        /** Rows per second. */
        double drain(CapturedDatabase database, Resume start, int rows) throws SQLException;
    }

    private interface Opener {
        ChangeStream open(CapturedDatabase database, Resume start);
    }

    private StreamBenchmark() {}

    /** Runs it and prints one line per carrier and shape. */
    public static void main(String[] arguments) throws SQLException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        try (PostgresServer server = arguments.length > 2
                ? RunningServer.at(arguments[2])
                : TestServers.ownPostgres(PostgresVersion.newest())) {
            for (int perTransaction : new int[] {1, 100}) {
                measure(server, rows, perTransaction, rounds);
            }
        }
    }

    private static void measure(PostgresServer server, int rows, int perTransaction, int rounds) throws SQLException {
        Map<String, Carrier> carriers = new TreeMap<>();
        if (RecvLogical.isThere()) {
            carriers.put(RECVLOGICAL, StreamBenchmark::receive);
        }
        carriers.put(
                "pgoutput",
                over((database, start) -> PgoutputStream.open(database.database(), start), perTransaction, true));
        carriers.put(
                "debezium",
                over((database, start) -> DebeziumStream.open(database.database(), start), perTransaction, false));
        carriers.put(
                "table",
                over((database, start) -> TableStream.open(database.database(), start, 0), perTransaction, true));
        Map<String, List<Double>> rates = new TreeMap<>();
        String bytes;
        try (CapturedDatabase database = CapturedDatabase.on(server)) {
            Resume start = fill(database, rows, perTransaction);
            bytes = database.one("SELECT avg(length(a::text))::integer FROM pggit.ddl_audit AS a");
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Carrier> carrier : carriers.entrySet()) {
                    restoreSlot(database);
                    double rate = carrier.getValue().drain(database, start, rows);
                    if (round > 0) {
                        rates.computeIfAbsent(carrier.getKey(), name -> new ArrayList<>())
                                .add(rate);
                    }
                }
            }
        }
        print(perTransaction, bytes, rates);
    }

    private static void print(int perTransaction, String bytes, Map<String, List<Double>> rates) {
        double pgoutput = median(rates.get("pgoutput"));
        rates.forEach((name, measured) -> {
            double ratio = pgoutput / median(measured);
            System.out.printf(
                    Locale.ROOT,
                    "%d row(s) of %s bytes/txn  %-14s %,9.0f rows/s (%,.0f to %,.0f)  pgoutput is %.2f x  %s%n",
                    perTransaction,
                    bytes,
                    name,
                    median(measured),
                    measured.stream().min(Double::compare).orElseThrow(),
                    measured.stream().max(Double::compare).orElseThrow(),
                    ratio,
                    TARGETS.containsKey(name) ? Target.atLeast(TARGETS.get(name), ratio, "x") : "");
        });
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Resume fill(CapturedDatabase database, int rows, int perTransaction) throws SQLException {
        Resume start;
        try (ChangeStream stream = PgoutputStream.open(database.database(), Resume.NOTHING)) {
            Collected.withoutConfirming().until(stream, () -> stream.drained().isPresent());
            start = Resume.at(stream.drained().orElseThrow(), stream.origin());
        }
        copySlot(database, database.slot(), database.slot() + "_kept");
        database.test().run(SqlFile.of(StreamBenchmark.class, "procedure"));
        try (Connection connection = database.test().connect();
                PreparedStatement call = connection.prepareStatement(SqlFile.of(StreamBenchmark.class, "fill"))) {
            call.setInt(1, rows);
            call.setInt(2, perTransaction);
            call.execute();
        }
        return start;
    }

    private static void restoreSlot(CapturedDatabase database) throws SQLException {
        database.one("SELECT pg_drop_replication_slot('" + database.slot() + "')");
        copySlot(database, database.slot() + "_kept", database.slot());
    }

    private static void copySlot(CapturedDatabase database, String from, String to) throws SQLException {
        database.one("SELECT pg_copy_logical_replication_slot('" + from + "', '" + to + "')");
    }

    private static Carrier over(Opener opener, int perTransaction, boolean startCounts) {
        return (database, start, rows) -> {
            long begun = System.nanoTime();
            try (ChangeStream stream = opener.open(database, start)) {
                int first = 0;
                int taken = 0;
                while (taken < rows) {
                    Optional<StreamedChange> change = stream.await();
                    if (change.isPresent()) {
                        taken += perTransaction;
                        if (first == 0 && !startCounts) {
                            begun = System.nanoTime();
                            first = taken;
                        }
                    }
                }
                return (rows - first) * 1e9 / (System.nanoTime() - begun);
            }
        };
    }

    private static double receive(CapturedDatabase database, Resume start, int rows) throws SQLException {
        String end = database.one("SELECT pg_current_wal_flush_lsn()");
        return rows / RecvLogical.drain(database.test(), database.slot(), end);
    }
}
