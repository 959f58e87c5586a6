package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pggit.capture.footprint.Footprint;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A session on a new database with the SQL API and an engine that serves it. */
final class Session implements AutoCloseable {
    private final TestDatabase database;
    private final Engine engine;
    private final Connection connection;

    Session(PostgresVersion version, Path data) throws SQLException {
        database = TestDatabase.on(version);
        connection = database.connect();
        Footprint.install(connection, SqlApi.statements());
        engine = Engine.start(database, data);
    }

    TestDatabase database() {
        return database;
    }

    Engine engine() {
        return engine;
    }

    Connection connection() {
        return connection;
    }

    void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** All rows, columns joined by {@code |}; NULL is {@code ∅}. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i) == null ? "∅" : result.getString(i));
                }
                rows.add(String.join("|", columns));
            }
        }
        return rows;
    }

    /** The first column of the only row. */
    String value(String sql) throws SQLException {
        List<String> rows = rows(sql);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows for " + sql + ": " + rows);
        }
        return rows.get(0);
    }

    /** The error a statement ends with. */
    SQLException failure(String sql) {
        return assertThrows(SQLException.class, () -> rows(sql), sql);
    }

    @Override
    public void close() throws Exception {
        connection.close();
        engine.close();
        database.close();
    }
}
