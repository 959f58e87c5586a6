package io.pggit.capture.stream;

import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.testkit.PostgresServer;
import io.pggit.testkit.PostgresVersion;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A database with an audit table that tests write themselves, because here only its way out matters. */
final class CapturedDatabase implements AutoCloseable {
    private final TestDatabase database;
    private final List<Session> sessions = new ArrayList<>();

    private CapturedDatabase(TestDatabase database) {
        this.database = database;
    }

    static CapturedDatabase on(PostgresVersion version) throws SQLException {
        return installed(TestDatabase.on(version));
    }

    static CapturedDatabase on(PostgresServer server) throws SQLException {
        return installed(TestDatabase.on(server));
    }

    private static CapturedDatabase installed(TestDatabase database) throws SQLException {
        CapturedDatabase captured = new CapturedDatabase(database);
        database.run(SqlFile.of(CapturedDatabase.class, "install"));
        return captured;
    }

    TestDatabase test() {
        return database;
    }

    Database database() {
        return new Database(database.url(), new Properties());
    }

    Database database(String role) {
        return new Database(database.url(role), new Properties());
    }

    Session session() throws SQLException {
        Session session = new Session(database.connect());
        sessions.add(session);
        return session;
    }

    /** One committed transaction with a row per statement; returns its xid. */
    long commit(String... statements) throws SQLException {
        try (Session session = new Session(database.connect())) {
            long xid = session.begin();
            for (String statement : statements) {
                session.ddl(statement);
            }
            session.commit();
            return xid;
        }
    }

    void ask(String payload) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SqlFile.of(CapturedDatabase.class, "ask"))) {
            query.setString(1, payload);
            query.execute();
        }
    }

    /** First column of the first row, empty text when there is none or it is null. */
    String one(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            return row.next() && row.getString(1) != null ? row.getString(1) : "";
        }
    }

    String slot() throws SQLException {
        return one("SELECT 'pggit_' || oid FROM pg_database WHERE datname = current_database()");
    }

    @Override
    public void close() {
        sessions.forEach(Session::close);
        database.close();
    }

    /** A session that writes audit rows. */
    static final class Session implements AutoCloseable {
        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }

        /** Begins a transaction; returns its xid. */
        long begin() throws SQLException {
            connection.setAutoCommit(false);
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery(SqlFile.of(CapturedDatabase.class, "xid"))) {
                row.next();
                return Long.parseLong(row.getString(1));
            }
        }

        long ddl(String statement) throws SQLException {
            return ddl(statement, "[]");
        }

        long ddl(String statement, String objects) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(SqlFile.of(CapturedDatabase.class, "row"))) {
                insert.setString(1, statement);
                insert.setNull(2, Types.VARCHAR);
                insert.setString(3, objects);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }

        void commit() throws SQLException {
            connection.commit();
        }

        void rollback() throws SQLException {
            connection.rollback();
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
