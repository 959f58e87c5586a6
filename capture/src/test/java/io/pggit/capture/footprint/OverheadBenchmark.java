package io.pggit.capture.footprint;

import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.RunningServer;
import io.pggit.testkit.Target;
import io.pggit.testkit.TestDatabase;
import io.pggit.testkit.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the footprint costs whoever runs DDL: {@code OverheadBenchmark [statements [rounds [host:port]]]}. The same statements run
 * in a database without it, in one with it, in one with it in mode available, in one with it and many other objects, and where
 * Debian's package postgresql-15-pgaudit is installed, in one with pgaudit; the server is then a PostgreSQL 15, or the running one
 * that is named, whose superuser {@code postgres} needs no password. Rounds are interleaved, the first warms up and does not
 * count. Each has sessions of its own, and one that shares its processor with somebody is half as quick: the p50 of the best round
 * is compared, that of the worst stands beside it. The first statement of a session is measured apart: it pays for what the session keeps from then on.
 * {@code DROP DEFAULT} leaves two audit rows where {@code SET DEFAULT} leaves one. Every fourth column has a default, and in one
 * table each has: PostgreSQL writes the text of every default anew. Then texts of many statements, sent as one: the cost of each
 * must not grow with their number.
 */
public final class OverheadBenchmark {
    private static final List<Integer> WIDTHS = List.of(7, 51, 301);
    private static final List<Integer> TEXTS = List.of(1, 10, 100, 800);
    private static final int OTHERS = 10_000;
    private static final String PLAIN = "without";
    private static final String CAPTURED = "with";
    private static final String CROWDED = String.format(Locale.ROOT, "with, %,d other tables", OTHERS);
    private static final int SESSIONS = 10;
    private static final int BODY = 300;
    private static final String FIRST = "first ALTER of a session";
    private static final Path PGAUDIT = Path.of("/usr/lib/postgresql/15/lib/pgaudit.so");

    /** By what was measured and where; a list for each round. */
    private final Map<String, Map<String, List<List<Double>>>> times = new LinkedHashMap<>();

    private int round;

    private OverheadBenchmark() {}

    /** Runs it and prints a line for each statement and database. */
    public static void main(String[] arguments) throws SQLException {
        int statements = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        boolean audited = Files.isReadable(PGAUDIT);
        try (PostgresServer server = arguments.length > 2
                        ? RunningServer.at(arguments[2])
                        : TestServers.ownPostgres(audited ? PostgresVersion.V15 : PostgresVersion.newest());
                TestDatabase plain = TestDatabase.on(server);
                TestDatabase captured = TestDatabase.on(server);
                TestDatabase available = TestDatabase.on(server);
                TestDatabase crowded = TestDatabase.on(server)) {
            if (server instanceof RunningServer running) {
                audited = running.preloads("pgaudit");
            } else if (audited) {
                loadPgaudit(server);
            }
            if (!audited) {
                System.out.println("no pgaudit in shared_preload_libraries, or no " + PGAUDIT + ": it is left out");
            }
            try (Connection connection = captured.connect()) {
                Footprint.install(connection);
            }
            try (Connection connection = available.connect()) {
                Footprint.install(connection, List.of(), Optional.of(OnFault.AVAILABLE));
            }
            crowd(crowded);
            Map<String, TestDatabase> databases = new LinkedHashMap<>();
            databases.put(PLAIN, plain);
            databases.put(CAPTURED, captured);
            databases.put("with, mode available", available);
            databases.put(CROWDED, crowded);
            if (audited) {
                databases.put("pgaudit", pgaudit(server));
            }
            OverheadBenchmark benchmark = new OverheadBenchmark();
            for (; benchmark.round < rounds; benchmark.round++) {
                for (Map.Entry<String, TestDatabase> database : databases.entrySet()) {
                    benchmark.measure(database.getKey(), database.getValue(), statements);
                }
            }
            benchmark.print();
            texts(plain, captured);
        }
    }

    private static void crowd(TestDatabase database) throws SQLException {
        for (int i = 0; i < OTHERS; i += 100) {
            String tables = IntStream.range(i, i + 100)
                    .mapToObj(n -> "CREATE TABLE other_" + n + " (id integer PRIMARY KEY, t text)")
                    .collect(Collectors.joining(";"));
            database.run(tables);
        }
        try (Connection connection = database.connect()) {
            Footprint.install(connection);
        }
    }

    /** Debian's library fits any PostgreSQL 15; only a server's start loads it. */
    private static void loadPgaudit(PostgresServer server) throws SQLException {
        try (TestDatabase database = TestDatabase.on(server)) {
            database.run("ALTER SYSTEM SET shared_preload_libraries = '" + PGAUDIT + "'");
        }
        server.restart();
    }

    /** Made as the extension's script makes it. */
    private static TestDatabase pgaudit(PostgresServer server) throws SQLException {
        TestDatabase database = TestDatabase.on(server);
        for (String event : List.of("ddl_command_end", "sql_drop")) {
            database.run(
                    "CREATE FUNCTION pgaudit_" + event + "() RETURNS event_trigger SECURITY DEFINER"
                            + " SET search_path = 'pg_catalog, pg_temp' LANGUAGE C AS '" + PGAUDIT + "', 'pgaudit_"
                            + event
                            + "'",
                    "CREATE EVENT TRIGGER pgaudit_" + event + " ON " + event + " EXECUTE FUNCTION pgaudit_" + event
                            + "()");
        }
        database.run("ALTER DATABASE " + database.name() + " SET pgaudit.log = 'ddl'");
        return database;
    }

    private void measure(String name, TestDatabase database, int statements) throws SQLException {
        database.run("CREATE TABLE measured (column_0 integer)");
        for (int i = 0; i < SESSIONS; i++) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                time(FIRST, name, statement, "ALTER TABLE measured ALTER COLUMN column_0 SET DEFAULT 1");
            }
        }
        database.run("DROP TABLE measured");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int width : WIDTHS) {
                alter(width + " columns", columns(width, 4), name, statement, statements);
            }
            int widest = WIDTHS.get(WIDTHS.size() - 1);
            alter(widest + " defaults", columns(widest, 1), name, statement, statements);
            for (int i = 0; i < statements; i++) {
                time("CREATE TABLE of 7 columns", name, statement, create(i));
            }
            for (int i = 0; i < statements; i++) {
                time("GRANT on one of them", name, statement, "GRANT SELECT ON made_" + i + " TO PUBLIC");
            }
            String body = "PERFORM pg_catalog.lower('a literal'); -- a comment\n".repeat(BODY);
            for (int i = 0; i < statements; i++) {
                String function = "CREATE OR REPLACE FUNCTION made() RETURNS void LANGUAGE plpgsql AS $$ BEGIN\n" + body
                        + "-- " + i + "\nEND $$";
                time("function of " + BODY + " lines", name, statement, function);
            }
            statement.execute("DROP FUNCTION made()");
            statement.execute("DROP TABLE "
                    + IntStream.range(0, statements).mapToObj(n -> "made_" + n).collect(Collectors.joining(", ")));
        }
    }

    private void alter(String table, String columns, String where, Statement statement, int statements)
            throws SQLException {
        statement.execute("CREATE TABLE measured (" + columns + ")");
        String alter = "ALTER TABLE measured ALTER COLUMN column_0 ";
        for (int i = 0; i < statements; i++) {
            time("SET DEFAULT, " + table, where, statement, alter + "SET DEFAULT " + i);
            time("DROP DEFAULT, " + table, where, statement, alter + "DROP DEFAULT");
        }
        statement.execute("DROP TABLE measured");
    }

    private static String columns(int width, int defaultEvery) {
        return IntStream.range(0, width)
                .mapToObj(n -> "column_" + n + (n % defaultEvery == 0 ? " integer NOT NULL DEFAULT " + n : " text"))
                .collect(Collectors.joining(", "));
    }

    private static String create(int number) {
        return "CREATE TABLE made_" + number
                + " (id integer PRIMARY KEY, a text, b text, c integer, d integer, e timestamptz, f numeric)";
    }

    private void time(String what, String where, Statement statement, String sql) throws SQLException {
        long start = System.nanoTime();
        statement.execute(sql);
        double taken = (System.nanoTime() - start) / 1e6;
        if (round > 0) {
            List<List<Double>> measured = times.computeIfAbsent(what, name -> new LinkedHashMap<>())
                    .computeIfAbsent(where, name -> new ArrayList<>());
            if (measured.size() < round) {
                measured.add(new ArrayList<>());
            }
            measured.get(round - 1).add(taken);
        }
    }

    private void print() {
        times.forEach((what, databases) -> {
            double plain = medians(databases.get(PLAIN)).min().orElseThrow();
            databases.forEach((where, measured) -> {
                double best = medians(measured).min().orElseThrow();
                System.out.printf(
                        Locale.ROOT,
                        "%-26s %-26s p50 %6.2f ms (to %6.2f), p99 %6.2f ms; p50 is %.2f x, + %.2f ms  %s%n",
                        what,
                        where,
                        best,
                        medians(measured).max().orElseThrow(),
                        percentile(measured.stream().flatMap(List::stream).toList(), 99),
                        best / plain,
                        best - plain,
                        where.equals(CAPTURED) || where.equals(CROWDED) ? target(what, best - plain) : "");
            });
        });
    }

    private static DoubleStream medians(List<List<Double>> rounds) {
        return rounds.stream().mapToDouble(values -> percentile(values, 50));
    }

    private static String target(String what, double more) {
        return what.contains("DEFAULT, ") ? Target.atMost(what.contains(" 301 ") ? 3 : 1, more, "ms") : "";
    }

    private static double percentile(List<Double> values, int percent) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void texts(TestDatabase plain, TestDatabase captured) throws SQLException {
        for (int size : TEXTS) {
            double without = text(plain, size);
            double with = text(captured, size);
            System.out.printf(
                    Locale.ROOT,
                    "%3d ALTER TABLE in one text  without %7.2f ms, with %9.2f ms; %.2f ms for each%n",
                    size,
                    without,
                    with,
                    with / size);
        }
    }

    /** The better of two: the first fills caches. */
    private static double text(TestDatabase database, int size) throws SQLException {
        Properties simple = new Properties();
        simple.setProperty("preferQueryMode", "simple");
        double[] measured = new double[2];
        try (Connection connection = DriverManager.getConnection(database.url(), simple);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE texts (id integer)");
            for (int round = 0; round < measured.length; round++) {
                String sql = IntStream.range(0, size)
                        .mapToObj(n -> "ALTER TABLE texts ALTER COLUMN id SET DEFAULT " + n
                                + "; -- a comment of the usual length, 'quoted'\n")
                        .collect(Collectors.joining());
                long start = System.nanoTime();
                statement.execute(sql);
                measured[round] = (System.nanoTime() - start) / 1e6;
            }
            statement.execute("DROP TABLE texts");
        }
        Arrays.sort(measured);
        return measured[0];
    }
}
