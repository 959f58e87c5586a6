package io.pggit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pggit.capture.footprint.Footprint;
import io.pggit.runtime.repository.CommitFigures;
import io.pggit.runtime.repository.Head;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.Ref;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** A database with everything installed, an engine that serves it, and a session of a superuser. */
final class Served implements AutoCloseable {
    private final TestDatabase database;
    private final Engine engine;
    private final Connection connection;

    private Served(TestDatabase database, Engine engine, Connection connection) {
        this.database = database;
        this.engine = engine;
        this.connection = connection;
    }

    static Served start(PostgresVersion version, Path data) throws SQLException {
        TestDatabase database = TestDatabase.on(version);
        try (Connection installer = database.connect()) {
            Footprint.install(installer, SqlApi.statements());
        }
        return new Served(database, Engine.start(database, data), database.connect());
    }

    /** The same after {@code pggit.init()}. */
    static Served started(PostgresVersion version, Path data) throws SQLException {
        Served served = start(version, data);
        served.run("SELECT pggit.init()");
        return served;
    }

    /** A database made as a copy of this one, served by an engine of its own. Nobody may be using this one meanwhile. */
    Served copy(Path other) throws Exception {
        connection.close();
        engine.close();
        TestDatabase copy = database.copy();
        return new Served(copy, Engine.start(copy, other), copy.connect());
    }

    /** What somebody does in a session of their own. */
    @FunctionalInterface
    interface Session {
        void with(Served session) throws SQLException;
    }

    void as(String role, Session work) throws SQLException {
        try (Connection own = database.connect(role)) {
            work.with(new Served(database, engine, own));
        }
    }

    String role(String name) throws SQLException {
        return database.createRole(name);
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    Engine engine() {
        return engine;
    }

    void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the first row as text; empty for NULL and for none. */
    String one(String sql) throws SQLException {
        return one(connection, sql);
    }

    static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)).orElse("") : "";
        }
    }

    SqlError error(String sql) {
        return SqlError.of(assertThrows(PSQLException.class, () -> run(sql), sql));
    }

    /** The error a statement raises, if it does. */
    Optional<SqlError> attempt(String sql) throws SQLException {
        try {
            run(sql);
            return Optional.empty();
        } catch (PSQLException failure) {
            return Optional.of(SqlError.of(failure));
        }
    }

    void fails(String state, String message, String sql) {
        SqlError error = error(sql);
        assertEquals(state, error.state(), error.message());
        assertTrue(error.message().contains(message), sql + ": " + error.message());
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void rollback() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The journal gives the same branches, tags, HEAD and commits once more. */
    void replayGivesTheSame() throws SQLException {
        one("SELECT pggit_v0.get_head_sha()");
        History history = engine.repository().history();
        List<Ref> branches = history.branches();
        List<Ref> tags = history.tags();
        Head head = history.head().orElseThrow();
        List<String> commits =
                history.figures().stream().map(CommitFigures::sha).toList();

        engine.repository().rebuild();

        assertEquals(branches, history.branches());
        assertEquals(tags, history.tags());
        assertEquals(head, history.head().orElseThrow());
        assertEquals(commits, history.figures().stream().map(CommitFigures::sha).toList());
    }

    @Override
    public void close() throws Exception {
        connection.close();
        engine.close();
        database.close();
    }
}
