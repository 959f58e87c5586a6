package io.pggit.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Connections that stay open between uses, each as good as new when it is used again. A new session costs a server more than most
 * tests do: it is a process, which fills its caches and compiles the functions of the footprint. Any thread.
 */
final class KeptConnections implements AutoCloseable {
    private static final int ALIVE_S = 5;
    /** What a new session does not have; plans stay. A role or setting of the session comes first, so that the rest may run. */
    private static final String AS_NEW =
            "ROLLBACK; RESET ROLE; RESET SESSION AUTHORIZATION; RESET ALL; CLOSE ALL; UNLISTEN *; DEALLOCATE ALL;"
                    + " DISCARD TEMP; DISCARD SEQUENCES; SELECT pg_catalog.pg_advisory_unlock_all()";

    private final Map<String, Deque<Connection>> idle = new HashMap<>();

    /** What is done over a connection, each statement in a transaction of its own. */
    @FunctionalInterface
    interface Work {
        void on(Statement statement) throws SQLException;
    }

    /** Does some work over a connection to {@code url}; one over which work failed is not used again. */
    void use(String url, Work work) throws SQLException {
        Connection connection = take(url);
        boolean good = false;
        try (Statement statement = connection.createStatement()) {
            work.on(statement);
            connection.setAutoCommit(true);
            statement.execute(AS_NEW);
            good = true;
        } finally {
            if (good) {
                keep(url, connection);
            } else {
                connection.close();
            }
        }
    }

    private Connection take(String url) throws SQLException {
        while (true) {
            Connection connection = poll(url);
            if (connection == null) {
                return DriverManager.getConnection(url);
            }
            if (connection.isValid(ALIVE_S)) {
                return connection;
            }
            connection.close();
        }
    }

    private synchronized Connection poll(String url) {
        return idle.getOrDefault(url, new ArrayDeque<>()).poll();
    }

    private synchronized void keep(String url, Connection connection) {
        idle.computeIfAbsent(url, key -> new ArrayDeque<>()).push(connection);
    }

    /** Closes all that are not in use. */
    @Override
    public synchronized void close() throws SQLException {
        for (Deque<Connection> connections : idle.values()) {
            while (!connections.isEmpty()) {
                connections.pop().close();
            }
        }
    }
}
