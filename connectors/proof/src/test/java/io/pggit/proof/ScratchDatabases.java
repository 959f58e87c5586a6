package io.pggit.proof;

import io.pggit.capture.SqlFile;
import io.pggit.capture.catalog.Catalog;
import io.pggit.capture.catalog.CatalogReader;
import io.pggit.capture.footprint.DescribingFunctions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Databases of a test server that are made and dropped again. */
final class ScratchDatabases implements AutoCloseable {
    private final String host;
    private final int port;
    private final Connection maintenance;
    private final Optional<String> pgDump;
    private final Set<String> known = new HashSet<>();
    private Catalog pristine = new Catalog(new TreeMap<>(), new TreeSet<>());

    ScratchDatabases(String host, int port, Optional<String> pgDump) throws SQLException {
        this.host = host;
        this.port = port;
        this.maintenance = connect("postgres");
        this.pgDump = pgDump;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + host + ":" + port + "/" + database + "?user=postgres&preferQueryMode=simple");
    }

    int majorVersion() throws SQLException {
        return maintenance.getMetaData().getDatabaseMajorVersion();
    }

    /** An empty database with the describing functions: the one of the last time, if it can be emptied. */
    Connection create(String name) throws SQLException {
        if (known.contains(name)) {
            Connection connection = connect(name);
            if (emptied(connection)) {
                return connection;
            }
            connection.close();
        }
        drop(name);
        maintain("CREATE DATABASE " + name + " TEMPLATE template0");
        known.add(name);
        Connection connection = connect(name);
        try (Statement statement = connection.createStatement()) {
            DescribingFunctions.create(statement);
        }
        pristine = CatalogReader.read(connection);
        return connection;
    }

    private boolean emptied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlFile.of(ScratchDatabases.class, "empty"));
            return CatalogReader.read(connection).equals(pristine);
        } catch (SQLException e) {
            return false;
        }
    }

    void drop(String name) throws SQLException {
        maintain("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    List<String> createRoles(List<String> roles) throws SQLException {
        for (String role : roles) {
            maintain("CREATE ROLE " + quoted(role));
        }
        return roles;
    }

    /** The corpus has them quoted where they need it. */
    private static String quoted(String role) {
        return role;
    }

    void dropRoles(List<String> roles) throws SQLException {
        for (String role : roles) {
            for (String database : known) {
                try (Connection connection = connect(database);
                        Statement statement = connection.createStatement()) {
                    statement.execute("DROP OWNED BY " + quoted(role) + " CASCADE");
                }
            }
            maintain("DROP ROLE IF EXISTS " + quoted(role));
        }
    }

    private void maintain(String sql) throws SQLException {
        try (Statement statement = maintenance.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lines only one of two dumps has, order apart; none where there is no pg_dump for this server. */
    List<String> dumpDifferences(String one, String other) {
        if (pgDump.isEmpty()) {
            return List.of();
        }
        List<String> first = dump(one);
        List<String> second = dump(other);
        List<String> differences = new ArrayList<>();
        subtract(first, second).forEach(line -> differences.add("< " + line));
        subtract(second, first).forEach(line -> differences.add("> " + line));
        return differences;
    }

    private static List<String> subtract(List<String> from, List<String> lines) {
        List<String> rest = new ArrayList<>(from);
        lines.forEach(rest::remove);
        return new TreeSet<>(rest).stream().toList();
    }

    private List<String> dump(String database) {
        try {
            Process process = new ProcessBuilder(
                            pgDump.get(),
                            "--schema-only",
                            "-N",
                            "pggit",
                            "-h",
                            host,
                            "-p",
                            "" + port,
                            "-U",
                            "postgres",
                            database)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .map(line -> line.replaceFirst(",$", ""))
                    .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + pgDump.get(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (String database : known) {
            drop(database);
        }
        maintenance.close();
    }
}
