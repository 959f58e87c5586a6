package io.pggit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

/**
 * Many sessions change, branch, check out, merge and read one schema at once. Each may be refused, but only for reasons the
 * contract names; afterwards every commit id that was answered is in the history, and the live schema is HEAD's. {@code
 * -Dpggit.sessions.seconds=60} runs it longer.
 */
class SessionsSimulation {
    private static final int SESSIONS = 8;
    private static final long SECONDS = Long.getLong("pggit.sessions.seconds", 6);

    /** What another session's doings may make of a statement that was right when it was thought of. */
    private static final Set<String> REFUSALS =
            Set.of("42P01", "42P07", "42701", "42703", "42704", "42710", "55000", "55006", "40001", "40P01", "55P03");

    private final Map<String, List<Double>> millis = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> refused = new ConcurrentSkipListMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    @TempDir
    Path directory;

    @Test
    void sessionsThatDoEverythingAtOnceGetNoWrongAnswer() throws Exception {
        long seed = Long.getLong("pggit.sessions.seed", System.nanoTime());
        System.out.println("sessions: seed " + seed);
        try (TestDatabase database = TestDatabase.on(PostgresVersion.V18)) {
            try (Connection connection = database.connect()) {
                Installation.install(connection);
            }
            try (Engine engine = Engines.start(database.url(), directory);
                    Connection connection = database.connect()) {
                rows(connection, "SELECT pggit.init()");

                work(database, seed);
                report();

                assertEquals(List.of(), rows(connection, "SELECT object FROM pggit.drift()"));
                assertEquals(
                        List.of(),
                        rows(
                                connection,
                                "SELECT check_name || ': ' || details FROM pggit_v0.validate_data_integrity()"
                                        + " WHERE status <> 'OK'"));
                Set<String> unknown = new TreeSet<>(answered);
                unknown.removeAll(rows(connection, "SELECT commit_sha FROM pggit_v0.commit_graph"));
                assertEquals(Set.of(), unknown);
                String verdict = Cli.run("verify", "--url", database.url());
                assertTrue(verdict.contains("0 differences"), verdict);
            }
        }
    }

    private void work(TestDatabase database, long seed) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS);
        try {
            List<Callable<Void>> works = new ArrayList<>();
            for (int session = 0; session < SESSIONS; session++) {
                Random random = new Random(seed + session);
                String name = "s" + session;
                works.add(() -> {
                    try (Connection connection = database.connect()) {
                        rows(connection, "SET lock_timeout = '20s'");
                        while (System.nanoTime() < end) {
                            step(connection, name, random);
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> done : sessions.invokeAll(works)) {
                done.get();
            }
        } finally {
            sessions.shutdownNow();
        }
    }

    private void step(Connection connection, String name, Random random) throws SQLException {
        String table = name + "_" + random.nextInt(3);
        String branch = "feature/" + name + "-" + random.nextInt(2);
        switch (random.nextInt(14)) {
            case 0, 1 -> run(connection, "CREATE TABLE", "CREATE TABLE " + table + " (id integer)");
            case 2 ->
                run(connection, "ALTER TABLE", "ALTER TABLE " + table + " ADD COLUMN c" + random.nextInt(5) + " text");
            case 3 -> run(connection, "DROP TABLE", "DROP TABLE " + table);
            case 4 -> run(connection, "create_branch", "SELECT pggit.create_branch('" + branch + "', NULL)");
            case 5 -> run(connection, "checkout", "SELECT pggit.checkout('" + branch + "')");
            case 6 -> run(connection, "checkout", "SELECT pggit.checkout('main')");
            case 7 -> keep(run(connection, "create_commit", "SELECT pggit.create_commit('by " + name + "')"));
            case 8 ->
                keep(run(connection, "merge", "SELECT coalesce(pggit.merge('" + branch + "') ->> 'commit_sha', '')"));
            case 9 -> run(connection, "abort_merge", "SELECT pggit.abort_merge()");
            case 10 -> keep(run(connection, "get_head_sha", "SELECT pggit_v0.get_head_sha()"));
            case 11 -> keep(run(connection, "log", "SELECT commit_id FROM pggit.log(5)"));
            case 12 -> run(connection, "diff", "SELECT object_name FROM pggit.diff('main', 'HEAD')");
            default -> keep(run(connection, "list_branches", "SELECT head_sha FROM pggit.list_branches()"));
        }
    }

    private void keep(List<String> shas) {
        shas.stream().filter(sha -> !sha.isEmpty()).forEach(answered::add);
    }

    /** What it answered; nothing when it was refused. */
    private List<String> run(Connection connection, String what, String sql) throws SQLException {
        long start = System.nanoTime();
        try {
            List<String> answer = rows(connection, sql);
            millis.computeIfAbsent(what, key -> Collections.synchronizedList(new ArrayList<>()))
                    .add((System.nanoTime() - start) / 1e6);
            return answer;
        } catch (SQLException e) {
            if (!REFUSALS.contains(e.getSQLState()) && !isRaceOfNames(e)) {
                throw new SQLException(what + ": " + e.getMessage(), e.getSQLState(), e);
            }
            refused.merge(what + " " + e.getSQLState(), 1, Integer::sum);
            return List.of();
        }
    }

    /** Of two sessions that give one name at the same moment, PostgreSQL tells one of an index of its catalogs. */
    private static boolean isRaceOfNames(SQLException e) {
        return "23505".equals(e.getSQLState())
                && e instanceof PSQLException refusal
                && refusal.getServerErrorMessage() != null
                && "pg_catalog".equals(refusal.getServerErrorMessage().getSchema());
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(String.valueOf(result.getString(1)));
                    }
                }
            }
        }
        return rows;
    }

    private void report() {
        System.out.printf("%-16s %6s %9s %9s%n", "call", "done", "p50 ms", "p99 ms");
        millis.forEach((what, times) -> {
            List<Double> sorted = times.stream().sorted().toList();
            System.out.printf(
                    "%-16s %6d %9.1f %9.1f%n",
                    what,
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)));
        });
        System.out.println("refused: " + refused);
    }
}
