package io.pggit.proof;

import io.pggit.capture.Database;
import io.pggit.capture.SqlFile;
import io.pggit.capture.footprint.DescribingFunctions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** An empty database on the server of another one, with its encoding and locale, dropped on close. */
final class ScratchDatabase implements AutoCloseable {
    private static final String PREFIX = "pggit_proof_";

    private final Connection maintenance;
    private final Database neighbour;
    private final String name;

    private ScratchDatabase(Connection maintenance, Database neighbour, String name) {
        this.maintenance = maintenance;
        this.neighbour = neighbour;
        this.name = name;
    }

    /** Empty when the role may not create databases. */
    static Optional<ScratchDatabase> beside(Database database) throws SQLException {
        Connection maintenance = database.connect();
        try {
            if (!allowed(maintenance)) {
                maintenance.close();
                return Optional.empty();
            }
            String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
            execute(maintenance, statement(maintenance, "create", name));
            return Optional.of(new ScratchDatabase(maintenance, database, name));
        } catch (SQLException e) {
            maintenance.close();
            throw e;
        }
    }

    private static boolean allowed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SqlFile.of(ScratchDatabase.class, "allowed"))) {
            return row.next() && row.getBoolean("allowed");
        }
    }

    /** PostgreSQL quotes the name. */
    private static String statement(Connection connection, String file, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SqlFile.of(ScratchDatabase.class, file))) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString("statement");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection to it, with the describing functions, which are made once for all times it is read; the caller closes it. */
    Connection connect() throws SQLException {
        Connection connection = neighbour.named(name).connect();
        try (Statement statement = connection.createStatement()) {
            DescribingFunctions.create(statement);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (maintenance) {
            execute(maintenance, statement(maintenance, "drop", name));
        }
    }
}
