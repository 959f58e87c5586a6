package io.pggit.runtime.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection and the statements prepared on it, which are files beside {@code owner}. For one thread at a time. */
public final class SqliteSession implements AutoCloseable {
    private final Connection connection;
    private final Class<?> owner;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    SqliteSession(Connection connection, Class<?> owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /** Makes a value of the row a result set stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads the columns; does not move on. */
        T read(ResultSet row) throws SQLException;
    }

    /** Runs {@code work} in this session, as part of what it is doing. */
    public <T> T read(SqliteFile.Reading<T> work) throws SQLException {
        return work.with(this);
    }

    /** Begins a transaction; a reading one sees one state until it ends. */
    public void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /** Commits; durable when this returns. */
    public void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Takes everything since {@link #begin} back; harmless without a transaction. */
    public void rollback() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Runs statement {@code name}; an empty Optional among the parameters is NULL. Returns the rows changed. */
    public int update(String name, Object... parameters) throws SQLException {
        return bound(name, parameters).executeUpdate();
    }

    /** Runs query {@code name} and reads all rows. */
    public <T> List<T> list(String name, RowReader<T> reader, Object... parameters) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = bound(name, parameters).executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    /** Runs query {@code name} and reads its first row. */
    public <T> Optional<T> first(String name, RowReader<T> reader, Object... parameters) throws SQLException {
        try (ResultSet result = bound(name, parameters).executeQuery()) {
            return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
        }
    }

    private PreparedStatement bound(String name, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(name);
        if (statement == null) {
            statement = connection.prepareStatement(SqlText.of(owner, name));
            prepared.put(name, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof Optional<?> optional ? optional.orElse(null) : parameters[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
