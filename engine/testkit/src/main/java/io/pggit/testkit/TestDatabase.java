package io.pggit.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A new database on a server, empty or a copy of another, dropped on close together with its slots and the roles made for it. Its name is
 * unique on the server.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** To databases {@code postgres}, from where others are made and dropped. */
    private static final KeptConnections MAINTENANCE = new KeptConnections();

    private final PostgresServer server;
    private final String name;
    private final List<String> roles = new ArrayList<>();
    private final KeptConnections connections = new KeptConnections();

    private TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A database on the shared server of one version. */
    public static TestDatabase on(PostgresVersion version) {
        return on(TestServers.postgres(version));
    }

    /** A database on a server of the caller's own. */
    public static TestDatabase on(PostgresServer server) {
        return make(server, "template1");
    }

    /** A database that begins as a copy of this one, file by file; nobody else may be connected to this one meanwhile. */
    public TestDatabase copy() {
        leave();
        return make(server, name);
    }

    private static TestDatabase make(PostgresServer server, String template) {
        TestDatabase database =
                new TestDatabase(server, "t" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet());
        // The default strategy writes every page to the log as well.
        database.maintain("CREATE DATABASE " + database.name + " TEMPLATE " + template + " STRATEGY file_copy");
        return database;
    }

    /** The database's name; needs no quoting. */
    public String name() {
        return name;
    }

    /** The server it is on. */
    public PostgresServer server() {
        return server;
    }

    /** URL for PgJDBC, as superuser {@code postgres}. */
    public String url() {
        return server.jdbcUrl(name);
    }

    /** URL for PgJDBC, as another role; no password is needed. */
    public String url(String user) {
        return "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + name + "?user=" + user;
    }

    /** A connection as superuser, auto-committing; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** A connection as another role, auto-committing; the caller closes it. */
    public Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(url(user));
    }

    /** Runs statements as superuser, each in a transaction of its own. */
    public void run(String... statements) throws SQLException {
        runAs("postgres", statements);
    }

    /**
     * Runs statements as one role over one connection, each in a transaction of its own. The session is as a new one, but may have
     * begun before: settings of the database or the role that changed since do not show in it until {@link #leave()}.
     */
    public void runAs(String user, String... statements) throws SQLException {
        connections.use(url(user), statement -> {
            for (String sql : statements) {
                statement.execute(sql);
            }
        });
    }

    /** The first column of a query's rows, as text, asked as superuser over a connection as {@link #run} has it. */
    public List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        connections.use(url(), statement -> {
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
        });
        return values;
    }

    /** The first column of a query's first row, as text; null where it is NULL. */
    public String one(String query) throws SQLException {
        return column(query).get(0);
    }

    /** Ends the sessions that {@link #run}, {@link #runAs} and {@link #column} keep, for whoever wants nobody connected to the database. */
    public void leave() {
        try {
            connections.close();
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes an ordinary login role that may connect and use schema {@code public} as everybody may.
     *
     * @param prefix lower-case letters
     * @return the role's name: unique on the server, needs no quoting
     */
    public String createRole(String prefix) {
        String role = prefix + "_" + name;
        maintain("CREATE ROLE " + role + " LOGIN");
        roles.add(role);
        return role;
    }

    /** Drops the database with everybody still connected to it, its slots, then the roles made for it. */
    @Override
    public void close() {
        leave();
        maintain(statement -> {
            Await.until(Duration.ofSeconds(20), () -> dropSlots(statement));
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            for (String role : roles) {
                statement.execute("DROP ROLE IF EXISTS " + role);
            }
        });
    }

    /** A database with a logical slot cannot be dropped, nor can a slot while somebody reads it. */
    private boolean dropSlots(Statement statement) throws SQLException {
        String slots = " FROM pg_catalog.pg_replication_slots WHERE database = '" + name + "'";
        statement.execute("SELECT pg_catalog.pg_terminate_backend(active_pid)" + slots + " AND active");
        statement.execute("SELECT pg_catalog.pg_drop_replication_slot(slot_name)" + slots + " AND NOT active");
        try (ResultSet rows = statement.executeQuery("SELECT count(*)" + slots)) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    private void maintain(String sql) {
        maintain(statement -> statement.execute(sql));
    }

    private void maintain(KeptConnections.Work work) {
        try {
            MAINTENANCE.use(server.jdbcUrl("postgres"), work);
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }
}
