package io.pggit.cli;

import io.pggit.capture.SqlFile;
import io.pggit.cli.database.DatabaseUrl;
import io.pggit.cli.terminal.Printable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** A connection of a command that asks the database something. Every SQL error ends as a {@link Failure}. */
final class Session implements AutoCloseable {
    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final String CONNECT_TIMEOUT_S = "10";

    private final Connection connection;
    private final DatabaseUrl url;
    private final List<String> notes = new ArrayList<>();

    private Session(Connection connection, DatabaseUrl url) {
        this.connection = connection;
        this.url = url;
    }

    static Session open(DatabaseUrl url) {
        Properties properties = url.properties();
        properties.putIfAbsent("connectTimeout", CONNECT_TIMEOUT_S);
        try {
            // not through DriverManager: that loads every driver there is, SQLite's with its logging too
            return new Session(new Driver().connect(url.jdbcUrl(), properties), url);
        } catch (SQLException e) {
            throw DatabaseFailures.explain(e, url.toString());
        }
    }

    /** For what other modules do with a database; still owned by this session. */
    Connection connection() {
        return connection;
    }

    /**
     * Runs a query kept in a file.
     *
     * @param owner the class whose folder holds it
     * @param name the file's name without {@code .sql}
     * @param parameters its parameters in order; a null stands for SQL NULL
     */
    <T> List<T> query(Class<?> owner, String name, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(SqlFile.of(owner, name))) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                note(statement.getWarnings());
                return read;
            }
        } catch (SQLException e) {
            throw DatabaseFailures.explain(e, url.toString());
        }
    }

    /** What the server remarked so far: warnings and notices, a line each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private void note(SQLWarning first) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            notes.add(Printable.line(warning.getMessage().strip()));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DatabaseFailures.explain(e, url.toString());
        }
    }
}
