package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.JournalEntry;
import io.pggit.testkit.Await;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the engine at random moments: nothing is lost, doubled or reordered anywhere downstream. */
class KillSimulation {
    private static final int SESSIONS = 4;
    private static final int TRANSACTIONS = 2_000;
    private static final int KILLS = 10;
    private static final int TABLES = 20;
    private static final int SLACK = 20;
    private static final String ORACLE = "kill_oracle";
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void aKilledEngineLosesDoublesAndReordersNothing() throws Exception {
        long seed = Long.getLong("pggit.seed", System.nanoTime());
        String env = "kill" + Long.toUnsignedString(seed, 36);
        Path data = directory.resolve("data");

        try (TestDatabase database = TestDatabase.on(PostgresVersion.V18)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
                connection
                        .createStatement()
                        .execute("SELECT pg_create_logical_replication_slot('" + ORACLE + "', 'test_decoding')");
            }
            List<String> arguments = List.of(
                    "--url", database.url(),
                    "--data", data.toString(),
                    "--kafka", TestServers.kafka().bootstrapServers(),
                    "--env", env);

            List<Integer> kills = runUnderKills(database, arguments, new Random(seed));
            try (ServeProcess last = ServeProcess.start(directory, arguments)) {
                // each goes through the journal at its own pace, and an engine that ends does not wait for them
                Await.until(DEADLINE, () -> KafkaEvents.sequences(env).size() >= TRANSACTIONS * 2);
                Await.until(DEADLINE, () -> materialised(data).size() >= TRANSACTIONS);
            }

            List<Holding> holdings = new ArrayList<>();
            try (Connection connection = database.connect()) {
                Map<Long, List<Long>> sequences = sequencesByTransaction(connection);
                List<Long> xids = committed(connection).stream()
                        .filter(sequences::containsKey)
                        .toList();
                List<Long> rows = xids.stream()
                        .flatMap(xid -> sequences.get(xid).stream())
                        .toList();
                holdings.add(new Holding("journal", journaled(data), rows));
                holdings.add(new Holding("repository", materialised(data), xids));
                holdings.add(new Holding("kafka", KafkaEvents.sequences(env), rows));
            }
            System.out.printf(
                    "seed %d (repeat with -Dpggit.seed=%d), killed after %s transactions%n%-12s %8s %8s %8s %8s %10s%n",
                    seed, seed, kills, "", "entries", "lost", "doubled", "foreign", "reordered");
            holdings.forEach(System.out::println);
            assertEquals(KILLS, kills.size());
            for (Holding holding : holdings) {
                assertEquals(holding.expected(), holding.found(), holding.place());
            }
            assertEquals(TRANSACTIONS * 2, holdings.get(0).found().size());
        }
    }

    /** Runs all transactions; returns after how many of them the engine was killed. */
    private List<Integer> runUnderKills(TestDatabase database, List<String> arguments, Random random)
            throws IOException, InterruptedException {
        TreeSet<Integer> moments = new TreeSet<>();
        while (moments.size() < KILLS) {
            moments.add(50 + random.nextInt(TRANSACTIONS - 100));
        }
        Pace pace = new Pace();
        List<Integer> kills = new ArrayList<>();
        ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS);
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int moment : moments) {
                try (ServeProcess serve = ServeProcess.start(directory, arguments)) {
                    if (running.isEmpty()) {
                        for (int session = 0; session < SESSIONS; session++) {
                            int number = session;
                            running.add(CompletableFuture.runAsync(() -> work(database, number, pace), sessions));
                        }
                    }
                    pace.allow(moment + SLACK);
                    Await.until(DEADLINE, () -> pace.done() >= moment);
                    serve.kill();
                    kills.add(pace.done());
                }
            }
            pace.allow(Integer.MAX_VALUE);
            running.forEach(CompletableFuture::join);
        } finally {
            pace.allow(Integer.MAX_VALUE);
            sessions.shutdown();
        }
        return kills;
    }

    /** Lets the sessions run ahead of a dead engine by a few transactions only, so that every kill hits a live one. */
    private static final class Pace {
        private int done;
        private int limit;

        synchronized void allow(int transactions) {
            limit = transactions;
            notifyAll();
        }

        synchronized void begin() throws InterruptedException {
            while (done >= limit) {
                wait();
            }
        }

        synchronized void end() {
            done++;
        }

        synchronized int done() {
            return done;
        }
    }

    private static void work(TestDatabase database, int session, Pace pace) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TRANSACTIONS / SESSIONS; i++) {
                pace.begin();
                String table = "t" + session + "_" + i % TABLES;
                statement.execute(
                        i < TABLES
                                ? "CREATE TABLE " + table + " (id integer)"
                                : "ALTER TABLE " + table + " ADD COLUMN c" + i + " text");
                statement.execute("COMMENT ON TABLE " + table + " IS 'change " + i + "'");
                connection.commit();
                pace.end();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Transaction ids in the order in which they committed, from a slot that pgGit knows nothing of. */
    private static List<Long> committed(Connection connection) throws SQLException {
        List<Long> xids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT split_part(data, ' ', 2) FROM pg_logical_slot_get_changes('" + ORACLE
                                + "', NULL, NULL, 'include-xids', '1', 'skip-empty-xacts', '1')"
                                + " WHERE data LIKE 'COMMIT %'")) {
            while (rows.next()) {
                xids.add(rows.getLong(1));
            }
        }
        return xids;
    }

    private static Map<Long, List<Long>> sequencesByTransaction(Connection connection) throws SQLException {
        Map<Long, List<Long>> sequences = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT xid::text::bigint, seq FROM pggit.ddl_audit WHERE operation = 'ddl' ORDER BY seq")) {
            while (rows.next()) {
                sequences
                        .computeIfAbsent(rows.getLong(1), xid -> new ArrayList<>())
                        .add(rows.getLong(2));
            }
        }
        return sequences;
    }

    private static List<Long> journaled(Path data) {
        List<Long> sequences = new ArrayList<>();
        try (Journal journal = Journal.open(data, new SimpleMeterRegistry())) {
            List<JournalEntry> entries = journal.read(0, 500);
            while (!entries.isEmpty()) {
                for (JournalEntry entry : entries) {
                    entry.transaction().rows().stream()
                            .filter(row -> row.operation().equals("ddl"))
                            .forEach(row -> sequences.add(row.seq()));
                }
                entries = journal.read(entries.get(entries.size() - 1).index(), 500);
            }
        }
        return sequences;
    }

    private static List<Long> materialised(Path data) throws IOException, GitAPIException {
        List<Long> xids = new ArrayList<>();
        try (Git git = Git.open(data.resolve("repository.git").toFile())) {
            if (git.getRepository().resolve("HEAD") == null) {
                return xids;
            }
            for (RevCommit commit : git.log().call()) {
                if (commit.getParentCount() > 0) {
                    xids.add(Long.valueOf(commit.getFooterLines("Xid").get(0)));
                }
            }
        }
        Collections.reverse(xids);
        return xids;
    }

    /** What one place holds, against what it should hold. */
    private record Holding(String place, List<Long> found, List<Long> expected) {
        long lost() {
            Set<Long> missing = new HashSet<>(expected);
            found.forEach(missing::remove);
            return missing.size();
        }

        long doubled() {
            return found.size() - new HashSet<>(found).size();
        }

        long foreign() {
            Set<Long> unknown = new HashSet<>(found);
            expected.forEach(unknown::remove);
            return unknown.size();
        }

        long reordered() {
            List<Long> once = found.stream()
                    .distinct()
                    .filter(new HashSet<>(expected)::contains)
                    .toList();
            List<Long> wanted =
                    expected.stream().filter(new HashSet<>(once)::contains).toList();
            return IntStream.range(0, once.size())
                    .filter(i -> !once.get(i).equals(wanted.get(i)))
                    .count();
        }

        @Override
        public String toString() {
            return String.format(
                    "%-12s %8d %8d %8d %8d %10d", place, found.size(), lost(), doubled(), foreign(), reordered());
        }
    }
}
